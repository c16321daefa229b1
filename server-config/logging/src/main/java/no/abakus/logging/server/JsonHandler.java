package no.abakus.logging.server;

import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.json.LineSink;

/**
 * Puts every log record on stdout as one line of JSON, with the context of the thread that logged. It encodes on that thread and
 * writes a complete line with one write, so lines of different threads never mix; it needs no formatter, and no autoflush.
 *
 * <p>On WildFly it is a {@code custom-handler} of module {@code no.abakus.logging}; on Payara it stands in {@code handlers=} of
 * {@code logging.properties}. Its level is ALL until the server sets one. Thread-safe.
 */
public final class JsonHandler extends Handler {
    private final ServerLines lines;
    private final LineSink target;

    /** A handler that writes to the process's stdout, whatever {@code System.out} is at the moment. */
    public JsonHandler() {
        this(ServerLines.shared(), StandardOutput::write);
    }

    JsonHandler(ServerLines lines, LineSink target) {
        this.lines = lines;
        this.target = target;
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            lines.write(record, target);
        } catch (IOException unwritable) {
            reportError("a log line was lost: stdout cannot be written", unwritable, ErrorManager.WRITE_FAILURE);
        }
    }

    /** Does nothing: a line is written when {@link #publish} returns. */
    @Override
    public void flush() {}

    /** Does nothing: stdout belongs to the process. */
    @Override
    public void close() {}
}
