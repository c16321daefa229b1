package no.abakus.logging.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Notices when the response cannot be written to its end. The writer is the server's own: it keeps its failures to
 * itself, and servers end lines differently.
 */
final class ObservedResponse extends HttpServletResponseWrapper {
    private final Consumer<Throwable> failed;
    private ObservedOutput output;

    ObservedResponse(HttpServletResponse response, Consumer<Throwable> failed) {
        super(response);
        this.failed = failed;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream given = super.getOutputStream();
        if (output == null || !output.observes(given)) {
            output = new ObservedOutput(given, failed);
        }
        return output;
    }

    @Override
    public void flushBuffer() throws IOException {
        try {
            super.flushBuffer();
        } catch (IOException failure) {
            failed.accept(failure);
            throw failure;
        }
    }
}
