package no.abakus.tasks.config;

import java.util.Optional;

/**
 * Which texts can be ids and names: those that every database and broker can store. H2 counts UTF-16 units, PostgreSQL
 * accepts neither {@code NUL} nor unpaired surrogates, and consoles cannot show control characters.
 */
public final class KeyText {

    /** The most UTF-16 units; a column holds no more. */
    public static final int MOST = 255;

    private static final int SHOWN = 60;

    private KeyText() {}

    /** Whether the text can be a key. */
    public static boolean fits(String text) {
        return problem(text).isEmpty();
    }

    /** Why the text cannot be a key, as the end of a sentence; empty if it can. */
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

    /** The beginning of a text, for a message that should stay short. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
