package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;

/**
 * Writes whole lines into one thread's reusable buffer, in this order: the context, the server's own context, the bound
 * fields, the fields of the call, and the event with the rest.
 */
final class LineWriter {
    private static final byte[] EVENT = "\"event\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOGGER = ",\"logger\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEVEL = ",\"level\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMESTAMP = ",\"timestamp\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXCEPTION = ",\"exception\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DROPPED = "\"!dropped_fields\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FAILURE = ",\"!line_failure\":".getBytes(StandardCharsets.US_ASCII);

    /** The closing brace and the line feed. */
    private static final int END = 2;

    private static final int MINIMAL_CHARS = 200;

    private final LineEncoder encoder;
    private final FieldWriter writer;
    private final LineBuffer out;
    private final LineFields fields = new LineFields();
    private final Timestamp timestamp = new Timestamp();

    LineWriter(LineEncoder encoder) {
        this.encoder = encoder;
        this.writer = encoder.newFieldWriter(2048);
        this.out = writer.out;
    }

    /**
     * Writes the line into the buffer. If the full line cannot be written, shortens it; if that fails, too, writes only
     * event, logger, level and time, and the failure.
     */
    LineBuffer line(LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign) {
        try {
            full(record, event, context, given, foreign, encoder.limits());
        } catch (RuntimeException | Error tooMuch) {
            try {
                full(record, event, context, given, foreign, encoder.limits().reduced());
            } catch (RuntimeException | Error stillTooMuch) {
                minimal(record, event, stillTooMuch);
            }
        }
        fields.clear();
        return out;
    }

    private void full(
            LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign, Limits limits) {
        out.clear(limits.fieldBytes());
        writer.takeDropped();
        LineLayout layout = encoder.layout();
        if (layout != null) {
            layout.write(LineParts.of(record, event, context, given, foreign), writer, limits);
            return;
        }
        out.put('{');
        fields.collect(given, encoder.keys());
        EncodedContext inherited = encoder.encoded(context);
        EncodedContext bound = given == null ? encoder.nothing() : encoder.encoded(given.bound());
        inherited.write(out, fields, bound);
        foreign(foreign, inherited, bound, limits);
        bound.write(out, fields, encoder.nothing());
        fields.write(writer, limits);

        out.limit(limits.eventBytes());
        int dropped = writer.takeDropped() + inherited.dropped() + bound.dropped();
        if (dropped > 0) {
            out.put(DROPPED);
            Numbers.whole(out, dropped);
            out.put(',');
        }
        out.put(EVENT);
        if (given == null) {
            tailText(event, limits);
        } else {
            knownText(event, limits);
        }
        out.limit(limits.loggerBytes());
        out.put(LOGGER);
        knownText(record.getLoggerName() == null ? "" : record.getLoggerName(), limits);
        out.limit(limits.lineBytes() - END);
        levelAndTime(record);
        if (record.getThrown() != null) {
            exception(record.getThrown(), limits);
        }
        end();
    }

    /**
     * Writes entries of the server's own diagnostic context. These entries are always strings, so our typed entries win
     * over them.
     */
    private void foreign(Map<String, ?> entries, EncodedContext inherited, EncodedContext bound, Limits limits) {
        if (entries.isEmpty()) {
            return;
        }
        for (Map.Entry<String, ?> entry : entries.entrySet()) {
            Key key = encoder.keys().field(entry.getKey());
            if (!inherited.has(key) && !bound.has(key) && !fields.has(key)) {
                writer.field(key, entry.getValue(), limits);
            }
        }
    }

    /** Writes a string that is probably a constant in the code, so it is worth keeping its encoded form. */
    private void knownText(String text, Limits limits) {
        byte[] known = text == null ? null : encoder.texts().find(text);
        if (known != null && out.length + known.length <= out.limit()) {
            out.put(known);
            return;
        }
        int start = out.length;
        if (tailText(text, limits) && text != null) {
            encoder.texts().seen(text, out, start);
        }
    }

    /** Writes a string and returns whether it was written in full. */
    private boolean tailText(String text, Limits limits) {
        int start = out.length;
        try {
            writer.values.write(text, limits);
            return true;
        } catch (LineTooLong full) {
            out.rollback(start);
            cutText(text, limits.tailChars());
            return false;
        }
    }

    private void levelAndTime(LogRecord record) {
        out.put(LEVEL);
        out.put(LevelName.of(record.getLevel().intValue()));
        out.put(TIMESTAMP);
        timestamp.write(out, record.getInstant());
    }

    private void exception(Throwable thrown, Limits limits) {
        int start = out.length;
        try {
            out.put(EXCEPTION);
            writer.values.write(thrown, limits);
        } catch (LineTooLong full) {
            out.rollback(start);
            reducedException(thrown, limits);
        }
    }

    private void reducedException(Throwable thrown, Limits limits) {
        int start = out.length;
        try {
            out.put(EXCEPTION);
            writer.values.write(thrown, limits.reduced());
        } catch (LineTooLong full) {
            out.rollback(start);
        }
    }

    private void minimal(LogRecord record, String event, Throwable failure) {
        out.clear(Integer.MAX_VALUE);
        out.put('{');
        out.put(EVENT);
        cutText(event, MINIMAL_CHARS);
        out.put(LOGGER);
        cutText(record.getLoggerName(), MINIMAL_CHARS);
        levelAndTime(record);
        out.put(FAILURE);
        cutText(failure.getClass().getName(), MINIMAL_CHARS);
        end();
    }

    private void cutText(String text, int chars) {
        String shown = encoder.redaction().text(String.valueOf(text), chars);
        out.put('"');
        Text.inner(out, shown, Text.cut(shown, chars));
        out.put('"');
    }

    private void end() {
        out.limit(Integer.MAX_VALUE);
        out.put('}');
        out.put('\n');
    }
}
