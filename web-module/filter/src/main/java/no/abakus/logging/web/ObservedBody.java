package no.abakus.logging.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** A request body that reports when it cannot be read. The exceptions themselves pass unchanged. */
final class ObservedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final Consumer<Throwable> failed;

    ObservedBody(ServletInputStream body, Consumer<Throwable> failed) {
        this.body = body;
        this.failed = failed;
    }

    @Override
    public int read() throws IOException {
        try {
            return body.read();
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        try {
            return body.read(bytes, from, count);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public int readLine(byte[] bytes, int from, int count) throws IOException {
        try {
            return body.readLine(bytes, from, count);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        try {
            return body.skip(count);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener == null ? null : observed(listener));
    }

    private ReadListener observed(ReadListener listener) {
        return new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                listener.onDataAvailable();
            }

            @Override
            public void onAllDataRead() throws IOException {
                listener.onAllDataRead();
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
