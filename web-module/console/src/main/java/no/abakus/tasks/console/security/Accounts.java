package no.abakus.tasks.console.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The accounts with their passwords. Thread-safe. */
final class Accounts {

    private final Map<Account, PasswordHash> passwords;
    private final BiPredicate<PasswordHash, String> comparison;

    /** Creates accounts with the passwords behind these hashes. */
    Accounts(Map<Account, PasswordHash> passwords) {
        this(passwords, PasswordHash::isOf);
    }

    /**
     * Creates accounts with the passwords behind these hashes.
     *
     * @param comparison tests whether a hash belongs to a password; the test is slow
     */
    Accounts(Map<Account, PasswordHash> passwords, BiPredicate<PasswordHash, String> comparison) {
        this.passwords = Map.copyOf(passwords);
        this.comparison = comparison;
    }

    /**
     * Returns the roles of the user if name and password are correct. Checking an unknown name takes as long as
     * checking a known one.
     */
    Optional<Set<String>> roles(String user, String password) {
        Optional<Account> account = account(user);
        Optional<PasswordHash> hash =
                account.map(passwords::get).or(() -> passwords.values().stream().findFirst());
        boolean right = hash.isPresent() && comparison.test(hash.get(), password);
        return right ? account.map(Account::roles) : Optional.empty();
    }

    /** Returns the roles of a user who has signed in; none if the user is unknown. */
    Set<String> roles(String user) {
        return account(user).map(Account::roles).orElse(Set.of());
    }

    /** Returns a key that is derived from the user's password; empty for an unknown user. */
    Optional<byte[]> sessionKey(String user) {
        return account(user).map(passwords::get).map(PasswordHash::sessionKey);
    }

    private Optional<Account> account(String user) {
        return passwords.keySet().stream()
                .filter(known -> known.user().equals(user))
                .findFirst();
    }
}
