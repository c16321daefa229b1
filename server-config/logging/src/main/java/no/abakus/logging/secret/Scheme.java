package no.abakus.logging.secret;

/**
 * A word that stands before credentials.
 *
 * @param word in lower case
 * @param form what has to follow, so that the word is not just language
 */
record Scheme(String word, Form form) {
    /** What follows a scheme. */
    enum Form {
        /** Whatever is no word of a sentence about the scheme. */
        ANY,
        /** Base64 of user, colon, password. */
        USER_AND_PASSWORD,
        /** {@code name=value} pairs, up to the end of the line. */
        PARAMETERS,
        /** Letters and digits together. */
        MIXED,
        /** A run of base64 too long for a word. */
        LONG
    }
}
