package no.abakus.logging.json;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.Redaction;

/**
 * Encodes log records as lines of JSON. Thread-safe and free of locks: each thread has a writer of its own. A value that logs from
 * within its {@code toString} while its line is being written gets a second writer.
 */
public final class LineEncoder {
    private final Redaction redaction;
    private final Limits limits;
    private final Keys keys;
    /** Kept, because one made for each line would be garbage. */
    private final Function<LogContext, EncodedContext> encodeContext = this::encode;

    private final EncodedContext nothing;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(() -> new Desk(this));

    /** An encoder that redacts and limits as given. */
    public LineEncoder(Redaction redaction, Limits limits) {
        this.redaction = redaction;
        this.limits = limits;
        this.keys = new Keys(redaction);
        this.nothing = new EncodedContext(this, LogContext.empty());
    }

    /**
     * Encodes one record and hands the line to the sink.
     *
     * @param record where level, logger, time and exception come from
     * @param event the name of the event, or somebody else's formatted message
     * @param context the context of the thread that logged
     * @param given bound and own fields, or null for a record of somebody else's logger
     * @param foreign the server's own diagnostic context, possibly empty
     * @throws IOException only from the sink
     */
    public void encode(
            LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign, LineSink sink)
            throws IOException {
        Desk desk = desks.get();
        boolean free = !desk.taken;
        desk.taken = true;
        try {
            LineWriter writer = free ? desk.writer : new LineWriter(this);
            LineBuffer line = writer.line(record, event, context, given, foreign);
            sink.accept(line.bytes, line.length);
        } finally {
            desk.taken = !free;
        }
    }

    /** The encoded form of this context, from the context itself if this encoder has made it before. */
    EncodedContext encoded(LogContext context) {
        if (context.isEmpty()) {
            return nothing;
        }
        EncodedContext known = context.derived(EncodedContext.class, encodeContext);
        return known.isOf(this) ? known : encode(context);
    }

    private EncodedContext encode(LogContext context) {
        return new EncodedContext(this, context);
    }

    EncodedContext nothing() {
        return nothing;
    }

    Redaction redaction() {
        return redaction;
    }

    Limits limits() {
        return limits;
    }

    Keys keys() {
        return keys;
    }

    FieldWriter newFieldWriter(int capacity) {
        LineBuffer out = new LineBuffer(capacity);
        return new FieldWriter(out, new ValueWriter(out, keys, redaction, limits));
    }

    private static final class Desk {
        final LineWriter writer;
        boolean taken;

        Desk(LineEncoder encoder) {
            writer = new LineWriter(encoder);
        }
    }
}
