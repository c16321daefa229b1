package no.abakus.tasks.console.security;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.abakus.logging.Log;

/** Decides at startup where each account's password comes from: the environment, the file, or a newly generated one. */
final class AccountSetup {

    private static final Log log = Log.get();

    private final UnaryOperator<String> environment;
    private final CredentialsFile file;
    private final FreshPassword fresh;

    AccountSetup(UnaryOperator<String> environment, CredentialsFile file, FreshPassword fresh) {
        this.environment = environment;
        this.file = file;
        this.fresh = fresh;
    }

    /**
     * Returns the accounts. Generates and stores missing passwords.
     *
     * @throws IOException if the file cannot be read or written
     */
    Accounts accounts() throws IOException {
        Map<Account, PasswordHash> passwords = new EnumMap<>(Account.class);
        Map<Account, String> made = new EnumMap<>(Account.class);
        Map<String, PasswordHash> kept = new LinkedHashMap<>();
        for (Account account : Account.values()) {
            String given = environment.apply(account.variable());
            if (given != null && !given.isBlank()) {
                // This password is hashed as well, so that the response time does not reveal which passwords are
                // stored.
                passwords.put(account, fresh.sharedHashOf(given, account));
                continue;
            }
            if (kept.isEmpty()) {
                kept.putAll(file.read());
            }
            PasswordHash hash = kept.get(account.user());
            if (hash == null) {
                String password = fresh.next();
                hash = fresh.hashOf(password);
                kept.put(account.user(), hash);
                made.put(account, password);
            }
            passwords.put(account, hash);
        }
        if (!made.isEmpty()) {
            // The readable file is written before the hashes, because then a crash in between loses only a password
            // that no one has used.
            Map<String, String> readable = new LinkedHashMap<>();
            made.forEach((account, password) -> readable.put(account.user(), password));
            file.show(readable);
            file.write(kept);
            made.keySet().forEach(this::tell);
        }
        return new Accounts(passwords);
    }

    /**
     * Logs the location of the password, not the password, because log lines are collected, stored and read by many
     * people.
     */
    private void tell(Account account) {
        log.warning(
                "console_password_created",
                "user",
                account.user(),
                "instead_set",
                account.variable(),
                "written_to",
                file.freshFile(),
                "hash_kept_in",
                file.toString());
    }
}
