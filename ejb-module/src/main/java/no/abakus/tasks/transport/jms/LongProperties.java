package no.abakus.tasks.transport.jms;

/**
 * Limits how much is read from properties that contain lists or strings of any length. Brokers accept properties of
 * many megabytes, and splitting a list takes even more memory. Abakus's own senders never exceed these limits, whatever
 * their settings.
 */
final class LongProperties {

    /** The maximum number of characters that any setting allows for a context, for headers or for a summary. */
    static final int MOST = 32 * 1024;

    /** The maximum number of characters of the signatures in a link. Senders may write as many bytes. */
    static final int MOST_SIGNATURES = 60_000;

    /** The maximum number of characters of a list. Escaping may turn one character of a key into five. */
    private static final int MOST_LISTED = 6 * MOST;

    private LongProperties() {}

    /** Truncates a list of names after a complete name. */
    static String list(String names) {
        if (names.length() <= MOST_LISTED) {
            return names;
        }
        int end = names.lastIndexOf(' ', MOST_LISTED);
        return end < 0 ? "" : names.substring(0, end);
    }

    /** Truncates a string. */
    static String text(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end);
    }
}
