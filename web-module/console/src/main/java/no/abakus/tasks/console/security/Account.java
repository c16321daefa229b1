package no.abakus.tasks.console.security;

import java.util.Locale;
import java.util.Set;

/** The two accounts. */
enum Account {
    VIEWER,
    OPERATOR;

    /** Returns the name of the user. */
    String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role that only this account and more powerful accounts have. */
    String role() {
        return user();
    }

    /** Returns all roles of the account. */
    Set<String> roles() {
        return this == OPERATOR ? Set.of(VIEWER.role(), OPERATOR.role()) : Set.of(role());
    }

    /** Returns the name of the environment variable that holds the account's password. */
    String variable() {
        return "ABAKUS_" + name() + "_PASSWORD";
    }
}
