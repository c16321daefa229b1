package no.abakus.logging.secret;

/**
 * Ids of requests, tasks and traces. They are short and have no characters that could end a line or control a terminal.
 */
public final class Ids {
    private static final int LONGEST = 256;

    private Ids() {}

    /** Returns whether values of this key are ids by which people search lines. */
    public static boolean areNamed(String key) {
        return SecretTable.IDS.contains(key);
    }

    /** Returns whether the value looks like an id. Such a value is shown unchanged under the key of an id. */
    public static boolean hasForm(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isPart(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isPart(char c) {
        return Chars.isAsciiLetter(c) || Chars.isDigit(c) || c == '.' || c == '_' || c == '-';
    }
}
