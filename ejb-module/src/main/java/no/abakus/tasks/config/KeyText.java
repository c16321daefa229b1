package no.abakus.tasks.config;

import java.util.Optional;

/**
 * Which texts can be ids and names: those that every database and broker can hold. H2 counts UTF-16 units, PostgreSQL takes no
 * {@code NUL} and no half characters, and consoles show what has no control characters.
 */
public final class KeyText {

    /** The most UTF-16 units; a column holds no more. */
    public static final int MOST = 255;

    private static final int SHOWN = 60;

    private KeyText() {}

    /** Whether a key can be this text. */
    public static boolean fits(String text) {
        return problem(text).isEmpty();
    }

    /** What keeps the text from being a key, as the end of a sentence; empty if nothing does. */
    public static Optional<String> problem(String text) {
        int length = text.length();
        if (length > MOST) {
            return Optional.of("has " + length + " characters, and at most " + MOST + " are taken");
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && c <= 0x9f)) {
                return Optional.of("holds the control character U+" + String.format("%04X", (int) c));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of("holds half a character, U+" + String.format("%04X", (int) c));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /** The beginning of a text, for a message that is to stay short. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
