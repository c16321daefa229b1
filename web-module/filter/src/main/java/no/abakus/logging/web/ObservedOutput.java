package no.abakus.logging.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The output stream of a response. It reports when the response cannot be written. It passes on the exceptions
 * unchanged. Each method calls the same method of the server's stream. The inherited {@code print} and {@code println}
 * methods all end in {@code print(String)}.
 */
final class ObservedOutput extends ServletOutputStream {
    private final ServletOutputStream output;
    private final Consumer<Throwable> failed;

    ObservedOutput(ServletOutputStream output, Consumer<Throwable> failed) {
        this.output = output;
        this.failed = failed;
    }

    /** Returns whether the given stream is the observed one. After a reset, the server may have another stream. */
    boolean observes(ServletOutputStream given) {
        return output == given;
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            output.write(octet);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            output.write(bytes);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            output.write(bytes, from, count);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void print(String text) throws IOException {
        try {
            output.print(text);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            output.flush();
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            output.close();
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public boolean isReady() {
        return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        output.setWriteListener(listener == null ? null : observed(listener));
    }

    private WriteListener observed(WriteListener listener) {
        return new WriteListener() {
            @Override
            public void onWritePossible() throws IOException {
                listener.onWritePossible();
            }

            @Override
            public void onError(Throwable failure) {
                failed.accept(failure);
                listener.onError(failure);
            }
        };
    }

    private IOException told(IOException failure) {
        failed.accept(failure);
        return failure;
    }
}
