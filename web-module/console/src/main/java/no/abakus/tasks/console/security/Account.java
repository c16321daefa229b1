package no.abakus.tasks.console.security;

import java.util.Locale;
import java.util.Set;

/** The two accounts there are. */
enum Account {
    VIEWER,
    OPERATOR;

    /** Name of the user. */
    String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that only this account and those above have. */
    String role() {
        return user();
    }

    /** All roles of the account. */
    Set<String> roles() {
        return this == OPERATOR ? Set.of(VIEWER.role(), OPERATOR.role()) : Set.of(role());
    }

    /** The environment variable with its password. */
    String variable() {
        return "ABAKUS_" + name() + "_PASSWORD";
    }
}
