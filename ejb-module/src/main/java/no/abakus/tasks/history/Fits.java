package no.abakus.tasks.history;

import java.util.Optional;

/** Makes strings fit the columns of the history, no matter who sent them. */
final class Fits {

    static final int KEY = 255;
    static final int LINE = 4_096;
    static final int NOTE = 1_024;

    private Fits() {}

    /** Returns the string in a form that every database can store, cut to at most this many UTF-16 units. */
    static String text(String text, int most) {
        int end = Math.min(text.length(), most);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text, end);
            }
        }
        return text.substring(0, end);
    }

    /** Returns the position at which to cut a string so that no surrogate pair is split. */
    static int end(CharSequence text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    /** Replaces NUL and unpaired surrogates, because PostgreSQL cannot store them. */
    private static String repaired(String text, int end) {
        StringBuilder kept = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                kept.append(c).append(text.charAt(++i));
            } else {
                kept.append(c == 0 || Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return kept.toString();
    }

    /**
     * Returns a string for a column of names. Replaces the control character that separates the name of an application
     * from the rest of a stored name.
     */
    static String key(String text) {
        return text(text, KEY).replace('\u001F', '\uFFFD');
    }

    static Optional<String> key(Optional<String> text) {
        return text.map(Fits::key);
    }
}
