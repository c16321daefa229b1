package no.abakus.tasks.console.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The accounts with their passwords. Thread-safe. */
final class Accounts {

    private final Map<Account, Predicate<String>> passwords;

    /** Accounts whose passwords these predicates accept. */
    Accounts(Map<Account, Predicate<String>> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /** The roles of the user, if name and password are right. */
    Optional<Set<String>> roles(String user, String password) {
        return passwords.entrySet().stream()
                .filter(entry -> entry.getKey().user().equals(user))
                .filter(entry -> entry.getValue().test(password))
                .map(entry -> entry.getKey().roles())
                .findFirst();
    }
}
