package no.abakus.logging.json;

import java.util.Arrays;

/**
 * Strings that recur as the very same object, such as the names of loggers and events. They are encoded and scanned for
 * secrets only once. The hash of a string determines its slot. A slot keeps the first string that is written twice with
 * no other string of that slot in between. Threads may overwrite each other's candidates, and then a slot is filled
 * later.
 */
@SuppressWarnings("ReferenceEquality") // by identity on purpose: comparing characters is slow
final class KnownTexts {
    private static final int SLOTS = 1024;
    private static final int LONGEST = 128;

    private final String[] candidates = new String[SLOTS];
    private final Known[] known = new Known[SLOTS];

    /** Returns the encoded string, including its quotes; null if the string is unknown. */
    byte[] find(String text) {
        Known one = known[slot(text)];
        return one != null && one.text == text ? one.bytes : null;
    }

    /** Remembers a string that was just written at the end of the buffer. */
    void seen(String text, LineBuffer out, int from) {
        int slot = slot(text);
        if (text.length() > LONGEST) {
            return;
        }
        if (candidates[slot] != text) {
            candidates[slot] = text;
        } else if (known[slot] == null) {
            known[slot] = new Known(text, Arrays.copyOfRange(out.bytes, from, out.length));
        }
    }

    private static int slot(String text) {
        return text.hashCode() & (SLOTS - 1);
    }

    /** Immutable, so that any thread that finds it sees its complete state. */
    private static final class Known {
        final String text;
        final byte[] bytes;

        Known(String text, byte[] bytes) {
            this.text = text;
            this.bytes = bytes;
        }
    }
}
