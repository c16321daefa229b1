package no.abakus.logging;

/**
 * The cheap look at a text that decides whether the patterns are worth running: almost every text of a log line passes here in one
 * scan without allocation and without a regular expression.
 */
final class Suspicion {
    private static final int SHORTEST_NUMBER = 11;

    private Suspicion() {}

    static boolean raisedBy(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits == SHORTEST_NUMBER) {
                    return true;
                }
            } else if (c != ' ' && c != '-') {
                digits = 0;
                if (c == '@' || (c == 'J' && endsToken(text, i))) {
                    return true;
                }
            } else if (c == ' ' && endsScheme(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Base64 of <code>{"</code> is {@code eyJ}: how every JSON Web Token starts. */
    private static boolean endsToken(String text, int i) {
        return i >= 2 && text.charAt(i - 1) == 'y' && text.charAt(i - 2) == 'e';
    }

    private static boolean endsScheme(String text, int i) {
        return i >= 5
                && (text.regionMatches(true, i - 5, "basic", 0, 5)
                        || (i >= 6 && text.regionMatches(true, i - 6, "bearer", 0, 6)));
    }
}
