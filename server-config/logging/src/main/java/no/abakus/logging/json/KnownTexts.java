package no.abakus.logging.json;

import java.util.Arrays;

/**
 * Texts that come again and again as the very same object, as names of loggers and events do, encoded and looked through for secrets
 * once. The first come stay; of others a slot holds the latest, and looks whether it comes again. Threads may overwrite what another
 * one has just put: then it is put once more.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very same object is what is meant: comparing characters would cost what is to be
// saved
final class KnownTexts {
    private static final int SLOTS = 1024;
    private static final int LONGEST = 128;

    private final String[] candidates = new String[SLOTS];
    private final Known[] known = new Known[SLOTS];

    /** The text within its quotes; null where it is not known yet. */
    byte[] find(String text) {
        Known one = known[slot(text)];
        return one != null && one.text == text ? one.bytes : null;
    }

    /** Takes note of a text that stands at the end of the buffer. */
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

    /** Immutable, so that who finds it sees all of it. */
    private static final class Known {
        final String text;
        final byte[] bytes;

        Known(String text, byte[] bytes) {
            this.text = text;
            this.bytes = bytes;
        }
    }
}
