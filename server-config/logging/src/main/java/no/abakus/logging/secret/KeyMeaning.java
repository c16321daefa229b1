package no.abakus.logging.secret;

/** The kind of value that follows a key in a string. */
enum KeyMeaning {
    /** Nothing to hide. */
    PLAIN,
    /** Secret, whatever it looks like. */
    SECRET,
    /** Secret, unless the key is part of a sentence: {@code Unexpected token: end of input}. */
    SENTENCE,
    /** Credentials, preceded by the name of their scheme. */
    AUTHORIZATION,
    /** A list of names and values, up to the end of the line. */
    COOKIE,
    /** An id by which people search lines; never hidden. */
    ID;

    boolean isSecret() {
        return this != PLAIN && this != ID;
    }
}
