package no.abakus.logging.secret;

/** Ids of requests, tasks and traces: short, and of characters that can neither end a line nor steer a terminal. */
public final class Ids {
    private static final int LONGEST = 256;

    private Ids() {}

    /** Whether values of this key are ids that lines are found by. */
    public static boolean areNamed(String key) {
        return SecretTable.IDS.contains(key);
    }

    /** Whether the value has the form of an id, and so is shown as it is under a key of an id. */
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
