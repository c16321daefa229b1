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
    /** Secret if the name beside it is that of a secret, as in {@code name="password" value="x"}. */
    VALUE,
    /** Secret in the address of an OAuth callback; elsewhere it is, for example, an error code or a country code. */
    CODE,
    /** An id by which people search lines; never hidden. */
    ID;

    /** Returns whether the key alone makes its value a secret. */
    boolean isSecret() {
        return this == SECRET || this == SENTENCE || this == AUTHORIZATION || this == COOKIE;
    }

    /** Returns whether the value may be a secret, because of the key or because of what is beside it. */
    boolean mayBeSecret() {
        return this != PLAIN && this != ID;
    }
}
