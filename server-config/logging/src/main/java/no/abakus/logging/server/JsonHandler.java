package no.abakus.logging.server;

import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.PlainLines;
import no.abakus.logging.output.LineOutput;

/**
 * Writes every log record to stdout as one line of JSON, with the context of the thread that logged. It encodes on that
 * thread and writes complete lines, so lines of different threads never mix. It needs no formatter and no autoflush.
 * The setting {@code abakus.logging.output} sends lines elsewhere; {@code abakus.logging.when-blocked} decides what
 * happens while no reader takes them.
 *
 * <p>On WildFly it is a {@code custom-handler} of module {@code no.abakus.logging}; on Payara it is in {@code
 * handlers=} of {@code logging.properties}. Its level is ALL until the server sets one. Thread-safe.
 */
public final class JsonHandler extends Handler {
    private final ServerLines lines;
    private final LineOutput output;

    /**
     * Creates a handler that writes to the output from the settings. By default, that is the process's real stdout,
     * whatever {@code System.out} currently is.
     */
    public JsonHandler() {
        this(ServerLines.shared(), ServerOutput.shared());
        PlainLines.eventsAreWritten();
    }

    JsonHandler(ServerLines lines, LineOutput output) {
        this.lines = lines;
        this.output = output;
        setLevel(Level.ALL);
    }

    /**
     * Changes the layout of lines, from the next line on, for all handlers of the process. A server sets it as the
     * property {@code format}, on WildFly also at run time.
     *
     * @param format one of {@code abakus}, {@code ecs}, {@code otel}, {@code gcp}, {@code logfmt}, {@code console}
     * @throws IllegalArgumentException for any other name
     */
    public void setFormat(String format) {
        lines.format(format);
    }

    /** Returns the name of the current layout. */
    public String getFormat() {
        return lines.format();
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            lines.write(record, output);
        } catch (IOException unwritable) {
            reportError(
                    "a log line was lost because the output cannot be written", unwritable, ErrorManager.WRITE_FAILURE);
        }
    }

    /**
     * Waits until all lines so far are written. Gives up after some seconds, because the reader may have stopped
     * reading.
     */
    @Override
    public void flush() {
        try {
            output.flush();
        } catch (IOException unwritable) {
            reportError(
                    "log lines were lost because the output cannot be written", unwritable, ErrorManager.FLUSH_FAILURE);
        }
    }

    /** Writes the pending lines. The output is shared by all handlers and stays open. */
    @Override
    public void close() {
        flush();
    }
}
