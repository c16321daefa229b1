package no.abakus.logging.json;

import java.util.Arrays;
import no.abakus.logging.LogContext;

/** A context as it stands in lines, made once per context and copied into each line as one block. */
final class EncodedContext {
    private final LineEncoder encoder;
    private final Key[] keys;

    /** Where each entry ends; an entry includes its comma. */
    private final int[] ends;

    private final byte[] bytes;
    private final long bits;
    private final int dropped;

    EncodedContext(LineEncoder encoder, LogContext context) {
        this.encoder = encoder;
        int size = context.size();
        Key[] names = new Key[size];
        Object[] given = new Object[size];
        int count = 0;
        for (String key : context.toMap().keySet()) {
            count = add(names, given, count, encoder.keys().field(key), context.get(key));
        }
        FieldWriter writer = encoder.newFieldWriter(64 * count + 64);
        writer.out.limit(encoder.limits().contextBytes());
        long union = 0;
        ends = new int[count];
        keys = Arrays.copyOf(names, count);
        for (int i = 0; i < count; i++) {
            writer.field(keys[i], given[i], encoder.limits());
            ends[i] = writer.out.length;
            union |= keys[i].bit;
        }
        bits = union;
        bytes = writer.out.copy();
        dropped = writer.takeDropped();
    }

    boolean isOf(LineEncoder other) {
        return encoder == other;
    }

    private static int add(Key[] names, Object[] given, int count, Key key, Object value) {
        for (int i = 0; i < count; i++) {
            if (names[i].is(key)) {
                given[i] = value;
                return count;
            }
        }
        names[count] = key;
        given[count] = value;
        return count + 1;
    }

    int dropped() {
        return dropped;
    }

    long bits() {
        return bits;
    }

    boolean has(Key key) {
        if ((bits & key.bit) != 0) {
            for (Key known : keys) {
                if (known.is(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Writes the entries whose keys do not come again later in the line. */
    void write(LineBuffer out, LineFields later, EncodedContext over) {
        if ((bits & (later.bits() | over.bits)) == 0) {
            out.put(bytes);
            return;
        }
        int start = 0;
        for (int i = 0; i < keys.length; i++) {
            if (!later.has(keys[i]) && !over.has(keys[i])) {
                out.put(bytes, start, ends[i] - start);
            }
            start = ends[i];
        }
    }
}
