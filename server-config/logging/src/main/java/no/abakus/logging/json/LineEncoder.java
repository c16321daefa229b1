package no.abakus.logging.json;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;
import no.abakus.logging.LineTail;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.Redaction;

/**
 * Encodes log records as lines of JSON, or in another layout. Thread-safe and lock-free, because each thread has its
 * own writer. If a value's {@code toString} logs while its line is being written, the line that it logs gets another
 * writer.
 */
public final class LineEncoder {
    private static final int SCRATCH_BYTES = 1024;

    private final Redaction redaction;
    private final Limits limits;
    private final ExceptionShape shape;
    private final Frames frames;
    private final Keys keys;
    private final KnownTexts texts = new KnownTexts();
    /** Kept in a field, so that not every line has to create one. */
    private final Function<LogContext, EncodedContext> encodeContext = this::encode;

    private volatile String format = "abakus";
    /** Null for our own layout. */
    private volatile LineLayout layout;

    private final EncodedContext nothing;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(() -> new Desk(this));

    /** Creates an encoder with this redaction and these limits that writes exceptions as structures. */
    public LineEncoder(Redaction redaction, Limits limits) {
        this(redaction, limits, ExceptionShape.STRUCTURE);
    }

    /** Creates an encoder with this redaction, these limits and this shape of exceptions. */
    public LineEncoder(Redaction redaction, Limits limits, ExceptionShape shape) {
        this.shape = shape;
        this.frames = new Frames(shape);
        this.redaction = redaction;
        this.limits = limits;
        this.keys = new Keys(redaction, null);
        this.nothing = new EncodedContext(this, LogContext.empty(), newFieldWriter(0));
    }

    /**
     * Encodes one record and passes the line to the sink.
     *
     * @param record provides level, logger, time and exception
     * @param event the name of the event, or the formatted message of another logging API
     * @param context the context of the thread that logged
     * @param given the bound fields and the fields of the call, or null for a record of another logging API
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
            LineTail.note(line.bytes, line.length);
            sink.accept(line.bytes, line.length, record.getLevel().intValue());
        } finally {
            desk.taken = !free;
        }
    }

    /**
     * Changes the layout of lines, from the next line on.
     *
     * @param name a value of the setting {@code abakus.logging.format}
     * @throws IllegalArgumentException for any other name
     */
    public void format(String name) {
        layout = LineLayout.named(name, this);
        format = name;
    }

    /** Returns the name of the current layout. */
    public String format() {
        return format;
    }

    LineLayout layout() {
        return layout;
    }

    /**
     * Returns keys for a layout that renames fields. A field that is secret under its own name stays secret under the
     * new name.
     */
    Keys keys(UnaryOperator<String> naming) {
        return new Keys(redaction, naming);
    }

    /** Returns the encoded form of this context, cached in the context itself if this encoder has encoded it before. */
    EncodedContext encoded(LogContext context) {
        if (context.isEmpty()) {
            return nothing;
        }
        EncodedContext known = context.derived(EncodedContext.class, encodeContext);
        return known.isOf(this) ? known : encode(context);
    }

    /**
     * Encodes a context in the thread's scratch buffer, or in a new buffer if a value logs while the scratch buffer is
     * in use.
     */
    private EncodedContext encode(LogContext context) {
        Desk desk = desks.get();
        FieldWriter scratch = desk.scratch;
        desk.scratch = null;
        try {
            return new EncodedContext(this, context, scratch == null ? newFieldWriter(SCRATCH_BYTES) : scratch);
        } finally {
            desk.scratch = scratch;
        }
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

    KnownTexts texts() {
        return texts;
    }

    FieldWriter newFieldWriter(int capacity) {
        LineBuffer out = new LineBuffer(capacity);
        return new FieldWriter(out, new ValueWriter(out, keys, redaction, limits, frames, shape));
    }

    private static final class Desk {
        final LineWriter writer;
        FieldWriter scratch;
        boolean taken;

        Desk(LineEncoder encoder) {
            writer = new LineWriter(encoder);
            scratch = encoder.newFieldWriter(SCRATCH_BYTES);
        }
    }
}
