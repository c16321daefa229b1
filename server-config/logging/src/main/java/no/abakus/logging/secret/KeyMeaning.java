package no.abakus.logging.secret;

/** What the value after a key in a text is. */
enum KeyMeaning {
    /** Nothing to hide. */
    PLAIN,
    /** Secret, whatever it looks like. */
    SECRET,
    /** Secret, unless the key is a word of a sentence: {@code Unexpected token: end of input}. */
    SENTENCE,
    /** Credentials, preceded by the name of their scheme. */
    AUTHORIZATION,
    /** A list of names and values, up to the end of the line. */
    COOKIE,
    /** An id by which lines are found; never hidden. */
    ID;

    boolean isSecret() {
        return this != PLAIN && this != ID;
    }
}
