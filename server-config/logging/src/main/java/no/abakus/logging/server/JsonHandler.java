package no.abakus.logging.server;

import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.PlainLines;
import no.abakus.logging.output.LineOutput;

/**
 * Puts every log record on stdout as one line of JSON, with the context of the thread that logged. It encodes on that thread and
 * writes complete lines, so lines of different threads never mix; it needs no formatter, and no autoflush. Where lines go instead of
 * stdout, and what happens while nobody reads them, say the settings {@code abakus.logging.output} and {@code when-blocked}.
 *
 * <p>On WildFly it is a {@code custom-handler} of module {@code no.abakus.logging}; on Payara it stands in {@code handlers=} of
 * {@code logging.properties}. Its level is ALL until the server sets one. Thread-safe.
 */
public final class JsonHandler extends Handler {
    private final ServerLines lines;
    private final LineOutput output;

    /** A handler that writes to the process's stdout, whatever {@code System.out} is at the moment. */
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
     * Lays lines out anew from the next one on, for all handlers of the process; a server sets it as property {@code format}, on
     * WildFly at run time.
     *
     * @param format one of {@code abakus}, {@code ecs}, {@code otel}, {@code gcp}, {@code logfmt}, {@code console}
     * @throws IllegalArgumentException for any other
     */
    public void setFormat(String format) {
        lines.format(format);
    }

    /** How lines are laid out at present. */
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
            reportError("a log line was lost: stdout cannot be written", unwritable, ErrorManager.WRITE_FAILURE);
        }
    }

    /** Returns when all lines so far are written. */
    @Override
    public void flush() {
        try {
            output.flush();
        } catch (IOException unwritable) {
            reportError("log lines were lost: stdout cannot be written", unwritable, ErrorManager.FLUSH_FAILURE);
        }
    }

    /** Writes what is held; stdout belongs to the process and stays open. */
    @Override
    public void close() {
        flush();
    }
}
