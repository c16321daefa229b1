package no.abakus.logging.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import no.abakus.logging.json.LineSink;

/**
 * The process's real stdout, not {@code System.out}. Servers replace {@code System.out} with a stream that logs all
 * printed text. A handler that wrote to that stream would log its own output again and again.
 */
final class StandardOutput implements LineSink {
    private static final PatientWriter DESCRIPTOR = new PatientWriter(new FileOutputStream(FileDescriptor.out)::write);

    @Override
    public void accept(byte[] bytes, int length) throws IOException {
        DESCRIPTOR.accept(bytes, length);
    }
}
