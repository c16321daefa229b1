package no.abakus.logging.json;

import java.util.Arrays;
import no.abakus.logging.LogEvent;

/** The fields of one call, each key once. Reused for the next call. */
final class LineFields {
    private Key[] keys = new Key[16];
    private Object[] values = new Object[16];
    private int count;
    private long bits;

    void collect(LogEvent event, Keys known) {
        clear();
        if (event == null) {
            return;
        }
        int given = event.fieldCount();
        for (int i = 0; i < given; i++) {
            add(known.field(event.fieldKey(i)), event.fieldValue(i));
        }
    }

    private void add(Key key, Object value) {
        if (has(key)) {
            // The later value wins and takes the later position. This is rare, so shifting the following fields is
            // cheap enough.
            int at = indexOf(key);
            System.arraycopy(keys, at + 1, keys, at, count - at - 1);
            System.arraycopy(values, at + 1, values, at, count - at - 1);
            count--;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        keys[count] = key;
        values[count] = value;
        count++;
        bits |= key.bit;
    }

    /** Releases the values, which may be large. */
    void clear() {
        Arrays.fill(keys, 0, count, null);
        Arrays.fill(values, 0, count, null);
        count = 0;
        bits = 0;
    }

    long bits() {
        return bits;
    }

    boolean has(Key key) {
        return (bits & key.bit) != 0 && indexOf(key) >= 0;
    }

    void write(FieldWriter writer, Limits limits) {
        for (int i = 0; i < count; i++) {
            writer.field(keys[i], values[i], limits);
        }
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
