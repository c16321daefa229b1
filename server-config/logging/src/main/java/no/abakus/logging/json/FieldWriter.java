package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import no.abakus.logging.Redaction;

/**
 * Writes fields, each followed by a comma. If a field does not fit, its value is shortened. If it still does not fit,
 * only its key is written, and if even the key does not fit, the field is only counted.
 */
final class FieldWriter {
    private static final byte[] DROPPED = "\"[dropped: line too long]\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECRET = ('"' + Redaction.REDACTED + '"').getBytes(StandardCharsets.US_ASCII);

    final LineBuffer out;
    final ValueWriter values;
    private int dropped;
    private boolean tight;

    FieldWriter(LineBuffer out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    /** Returns how many fields were only counted, and resets the count. */
    int takeDropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    /** Returns whether something was shortened since the last call. */
    boolean takeTight() {
        boolean was = tight;
        tight = false;
        return was;
    }

    void field(Key key, Object value, Limits limits) {
        int start = out.length;
        try {
            write(key, value, limits);
        } catch (LineTooLong full) {
            tight = true;
            out.rollback(start);
            reducedField(key, value, limits);
        }
    }

    private void reducedField(Key key, Object value, Limits limits) {
        int start = out.length;
        try {
            write(key, value, limits.reduced());
        } catch (LineTooLong full) {
            out.rollback(start);
            namedField(key);
        }
    }

    private void namedField(Key key) {
        int start = out.length;
        try {
            out.put(key.encoded);
            out.put(DROPPED);
            out.put(',');
        } catch (LineTooLong full) {
            out.rollback(start);
            dropped++;
        }
    }

    private void write(Key key, Object value, Limits limits) {
        out.put(key.encoded);
        if (key.isSecret()) {
            out.put(SECRET);
        } else {
            values.write(key, value, limits);
        }
        out.put(',');
    }
}
