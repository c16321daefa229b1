package no.abakus.tasks.console.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts with their passwords. Thread-safe. */
final class Accounts {

    private final Map<Account, PasswordHash> passwords;

    /** Accounts with the passwords of these hashes. */
    Accounts(Map<Account, PasswordHash> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /** The roles of the user, if name and password are right. A name that there is not takes as long as one that there is. */
    Optional<Set<String>> roles(String user, String password) {
        Optional<Account> account = passwords.keySet().stream()
                .filter(known -> known.user().equals(user))
                .findFirst();
        Optional<PasswordHash> hash =
                account.map(passwords::get).or(() -> passwords.values().stream().findFirst());
        boolean right = hash.isPresent() && hash.get().isOf(password);
        return right ? account.map(Account::roles) : Optional.empty();
    }
}
