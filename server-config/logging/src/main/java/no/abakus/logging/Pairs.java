package no.abakus.logging;

import java.util.Arrays;

/**
 * Defines how all callers read alternating keys and values: what counts as a key, and which key replaces a missing or
 * wrong one.
 */
final class Pairs {
    private static final String MISSING_VALUE = "!missing_value";
    private static final String NULL_KEY = "!null_key";

    private Pairs() {}

    /**
     * Returns the key of the pair that starts at {@code i}. A last element without a partner is the value of the key
     * {@code !missing_value}.
     */
    static String keyAt(Object[] pairs, int i) {
        return i + 1 == pairs.length ? MISSING_VALUE : key(pairs[i]);
    }

    static Object valueAt(Object[] pairs, int i) {
        return i + 1 == pairs.length ? pairs[i] : pairs[i + 1];
    }

    static String key(Object key) {
        if (key instanceof String name) {
            return name;
        }
        return key == null ? NULL_KEY : "!key_is_" + key.getClass().getSimpleName();
    }

    static int indexOf(Object[] entries, int length, Object key) {
        for (int i = 0; i < length; i += 2) {
            if (entries[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns a copy of {@code entries} with all pairs changed in place or appended, in one pass. */
    static Object[] putAll(Object[] entries, Object[] pairs) {
        Object[] grown = Arrays.copyOf(entries, entries.length + pairs.length + (pairs.length & 1));
        int length = entries.length;
        long bits = bits(entries);
        for (int i = 0; i < pairs.length; i += 2) {
            String name = keyAt(pairs, i);
            // Most keys are new, and a key whose bit is missing is certainly new.
            int at = (bits & bit(name)) == 0 ? -1 : indexOf(grown, length, name);
            if (at < 0) {
                grown[length] = name;
                at = length;
                length += 2;
                bits |= bit(name);
            }
            grown[at + 1] = valueAt(pairs, i);
        }
        return length == grown.length ? grown : Arrays.copyOf(grown, length);
    }

    private static long bits(Object[] entries) {
        long bits = 0;
        for (int i = 0; i < entries.length; i += 2) {
            bits |= bit(entries[i]);
        }
        return bits;
    }

    /** Returns one of 64 bits. Equal keys have the same bit. */
    private static long bit(Object key) {
        return 1L << key.hashCode();
    }

    /** Returns a copy of {@code entries} with the entry changed in place or appended. */
    static Object[] put(Object[] entries, int length, Object key, Object value) {
        String name = key(key);
        int at = indexOf(entries, length, name);
        if (at >= 0) {
            Object[] changed = Arrays.copyOf(entries, length);
            changed[at + 1] = value;
            return changed;
        }
        Object[] grown = Arrays.copyOf(entries, length + 2);
        grown[length] = name;
        grown[length + 1] = value;
        return grown;
    }
}
