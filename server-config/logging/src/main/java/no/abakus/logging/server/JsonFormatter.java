package no.abakus.logging.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import no.abakus.logging.PlainLines;

/**
 * Provides the lines of {@link JsonHandler} to a handler of the server, for example for a log file. If the handler
 * formats on another thread, as WildFly's async-handler does, put {@link ContextCapture} in front of it. The handler's
 * encoding must be UTF-8.
 *
 * <p>On WildFly it is a {@code custom-formatter} of module {@code no.abakus.logging}. Thread-safe.
 */
public final class JsonFormatter extends Formatter {
    private final ServerLines lines;

    /** Creates a formatter with the settings of this process. */
    public JsonFormatter() {
        this(ServerLines.shared());
        PlainLines.eventsAreWritten();
    }

    JsonFormatter(ServerLines lines) {
        this.lines = lines;
    }

    /** Returns the record's line, including its line feed. */
    @Override
    public String format(LogRecord record) {
        StringBuilder text = new StringBuilder();
        try {
            lines.write(record, (bytes, length) -> text.append(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringBuilder does not fail", impossible);
        }
        return text.toString();
    }
}
