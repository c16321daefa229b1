package no.abakus.tasks.config;

import java.util.Optional;

/**
 * Checks whether all supported databases and brokers can store a string as an id or a name. H2 counts UTF-16 units,
 * PostgreSQL accepts neither {@code NUL} nor unpaired surrogates, and consoles cannot show control characters.
 */
public final class KeyText {

    /** The maximum number of UTF-16 units. The database columns have this length. */
    public static final int MOST = 255;

    private static final int SHOWN = 60;

    private KeyText() {}

    /** Whether the string can be a key. */
    public static boolean fits(String text) {
        return problem(text).isEmpty();
    }

    /** Returns the reason why the string cannot be a key, as the end of a sentence; empty if the string can be one. */
    public static Optional<String> problem(String text) {
        int length = text.length();
        if (length > MOST) {
            return Optional.of("has " + length + " characters, but at most " + MOST + " are allowed");
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && c <= 0x9f)) {
                return Optional.of("contains the control character U+" + String.format("%04X", (int) c));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of("contains half a character, U+" + String.format("%04X", (int) c));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether all supported brokers can carry the string in a JMS header, such as {@code JMSCorrelationID}. OpenMQ
     * cannot carry characters beyond U+FFFF there, only in properties.
     */
    public static boolean fitsHeader(String text) {
        // Each send calls this twice, so a loop is used. A stream would take longer than the check itself.
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of a string, to keep messages short. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
