package no.abakus.logging.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Notices when the response cannot be written completely. Only the output stream is observed. The writer is not
 * wrapped, because a {@code PrintWriter} does not throw its failures, and a wrapper might end lines differently from
 * the server's writer.
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
