package no.abakus.logging.secret;

/**
 * A word that comes before credentials.
 *
 * @param word the word, in lower case
 * @param form the form that the credentials must have; otherwise, the word is just part of a sentence
 */
record Scheme(String word, Form form) {
    /** The form of the credentials after a scheme. */
    enum Form {
        /** Anything except words of a sentence about the scheme. */
        ANY,
        /** Base64 of user, colon, password. */
        USER_AND_PASSWORD,
        /** {@code name=value} pairs, up to the end of the line. */
        PARAMETERS,
        /** Both letters and digits. */
        MIXED,
        /** A run of base64 that is too long to be a word. */
        LONG
    }
}
