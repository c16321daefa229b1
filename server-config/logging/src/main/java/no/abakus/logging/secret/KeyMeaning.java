package no.abakus.logging.secret;

/** What the value behind a key in a text is. */
enum KeyMeaning {
    /** Nothing that concerns us. */
    PLAIN,
    /** Secret, whatever it looks like. */
    SECRET,
    /** Secret, unless the key is a word of a sentence: {@code Unexpected token: end of input}. */
    SENTENCE,
    /** Credentials, with the name of their scheme before them. */
    AUTHORIZATION,
    /** A list of names and values, up to the end of the line. */
    COOKIE,
    /** What lines are found by; never hidden. */
    ID;

    boolean isSecret() {
        return this != PLAIN && this != ID;
    }
}
