package no.abakus.logging.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The process's real stdout, one write for one line. Not {@code System.out}: servers replace that with a stream that logs what is
 * printed, and a handler that wrote to it would feed itself.
 */
final class StandardOutput {
    private static final FileOutputStream DESCRIPTOR = new FileOutputStream(FileDescriptor.out);

    private StandardOutput() {}

    static void write(byte[] bytes, int length) throws IOException {
        synchronized (DESCRIPTOR) {
            DESCRIPTOR.write(bytes, 0, length);
        }
    }
}
