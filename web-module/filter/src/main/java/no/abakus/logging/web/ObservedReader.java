package no.abakus.logging.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** A request body that is read as text and that, like {@link ObservedBody}, reports when it cannot be read. */
final class ObservedReader extends FilterReader {
    private final Consumer<Throwable> failed;

    ObservedReader(Reader body, Consumer<Throwable> failed) {
        super(body);
        this.failed = failed;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failure) {
            failed.accept(failure);
            throw failure;
        }
    }

    @Override
    public int read(char[] chars, int from, int count) throws IOException {
        try {
            return super.read(chars, from, count);
        } catch (IOException failure) {
            failed.accept(failure);
            throw failure;
        }
    }
}
