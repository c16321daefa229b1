package no.abakus.logging.json;

import java.util.Arrays;
import java.util.function.BiConsumer;
import no.abakus.logging.LogContext;

/** A context as it appears in lines, encoded once and copied into each line. */
final class EncodedContext {
    private final LineEncoder encoder;
    private final Key[] keys;

    /** The index at which each entry ends; an entry includes its comma. */
    private final int[] ends;

    private final byte[] bytes;
    private final long bits;
    private final int dropped;

    EncodedContext(LineEncoder encoder, LogContext context, FieldWriter writer) {
        this.encoder = encoder;
        Entries entries = new Entries(encoder.keys(), context.size());
        context.forEach(entries);
        int count = entries.count;
        keys = count == entries.keys.length ? entries.keys : Arrays.copyOf(entries.keys, count);
        ends = new int[count];
        write(entries.values, writer);
        if (writer.takeTight()) {
            FirstKeys.first(keys, entries.values);
            write(entries.values, writer);
        }
        bits = entries.bits;
        bytes = writer.out.copy();
        dropped = writer.takeDropped();
    }

    private void write(Object[] values, FieldWriter writer) {
        writer.out.clear(encoder.limits().contextBytes());
        writer.takeDropped();
        writer.takeTight();
        for (int i = 0; i < keys.length; i++) {
            writer.field(keys[i], values[i], encoder.limits());
            ends[i] = writer.out.length;
        }
    }

    boolean isOf(LineEncoder other) {
        return encoder == other;
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

    /** Writes the entries whose keys do not appear again later in the line. */
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

    /**
     * Collects a context's entries under the keys that they have in lines, each key once. If two keys look the same in
     * a line, the later value wins.
     */
    private static final class Entries implements BiConsumer<String, Object> {
        final Key[] keys;
        final Object[] values;
        private final Keys known;
        private long bits;
        private int count;

        Entries(Keys known, int size) {
            this.known = known;
            this.keys = new Key[size];
            this.values = new Object[size];
        }

        @Override
        public void accept(String name, Object value) {
            Key key = known.field(name);
            int at = (bits & key.bit) == 0 ? -1 : indexOf(key);
            if (at >= 0) {
                values[at] = value;
                return;
            }
            keys[count] = key;
            values[count] = value;
            count++;
            bits |= key.bit;
        }

        private int indexOf(Key key) {
            for (int i = 0; i < count; i++) {
                if (keys[i].is(key)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
