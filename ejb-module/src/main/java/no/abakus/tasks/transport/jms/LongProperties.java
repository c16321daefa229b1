package no.abakus.tasks.transport.jms;

/**
 * Limits how much is read of properties that hold lists or texts of any length. Brokers accept properties of many
 * megabytes, and splitting a list takes many more. No setting lets our own senders exceed these limits.
 */
final class LongProperties {

    /** The most characters of a context, of headers or of a summary that any setting allows. */
    static final int MOST = 32 * 1024;

    /** A character of a key may be escaped to five. */
    private static final int MOST_LISTED = 6 * MOST;

    private LongProperties() {}

    /** The beginning of a list of names, cut after a complete name. */
    static String list(String names) {
        if (names.length() <= MOST_LISTED) {
            return names;
        }
        int end = names.lastIndexOf(' ', MOST_LISTED);
        return end < 0 ? "" : names.substring(0, end);
    }

    /** The beginning of a text. */
    static String text(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end);
    }
}
