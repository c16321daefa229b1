package no.abakus.tasks.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.LogEvent;

/**
 * Captures log lines as fields while it is open, and keeps them off the console. Thread-safe. structlog: {@code
 * capture_logs}.
 *
 * <pre>{@code
 * try (var lines = CapturedLines.of("no.abakus.tasks")) {
 *     …
 *     assertThat(lines.events()).containsExactly("task_started", "task_succeeded");
 * }
 * }</pre>
 */
public final class CapturedLines implements AutoCloseable {

    /**
     * A captured line.
     *
     * @param event the line's event, or the message of another logging API, without its parameters filled in
     * @param level the name of the line's level in {@code java.util.logging}, in lower case, such as {@code severe}
     * @param fields the other fields: those of the context, of the logger and of the call
     * @param thrown the line's exception; may be null
     */
    public record Line(String event, String level, Map<String, Object> fields, Throwable thrown) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level levelBefore;
    private final boolean parentsBefore;
    private final Handler handler = new Collector();

    private CapturedLines(String name) {
        logger = Logger.getLogger(name);
        levelBefore = logger.getLevel();
        parentsBefore = logger.getUseParentHandlers();
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** Captures from now on the lines of this logger and of the loggers below it. */
    public static CapturedLines of(String logger) {
        return new CapturedLines(logger);
    }

    /** Returns all lines, the oldest first. */
    public List<Line> all() {
        return List.copyOf(lines);
    }

    /** Returns the events of the lines. */
    public List<String> events() {
        return lines.stream().map(Line::event).toList();
    }

    /**
     * Returns the only line with this event.
     *
     * @throws AssertionError if there is no such line, or more than one
     */
    public Line only(String event) {
        List<Line> found =
                lines.stream().filter(line -> line.event().equals(event)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Expected exactly one " + event + " among " + events());
        }
        return found.get(0);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setLevel(levelBefore);
        logger.setUseParentHandlers(parentsBefore);
    }

    private final class Collector extends Handler {
        @Override
        public void publish(LogRecord record) {
            LogEvent event = LogEvent.of(record);
            Map<String, Object> fields =
                    event == null ? new LinkedHashMap<>() : event.merged().toMap();
            lines.add(new Line(
                    event == null ? record.getMessage() : event.event(),
                    record.getLevel().getName().toLowerCase(Locale.ROOT),
                    fields,
                    record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
