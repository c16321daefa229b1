package no.abakus.tasks.console.security;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.abakus.logging.Log;

/** Decides at start where each account's password comes from: the environment, the file, or a fresh one. */
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
     * The accounts, after what was missing has been made, kept and shown.
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
                // A hash as well, so that the time of an answer does not tell which passwords are kept.
                passwords.put(account, PasswordHash.of(given, fresh.salt()));
                continue;
            }
            if (kept.isEmpty()) {
                kept.putAll(file.read());
            }
            PasswordHash hash = kept.get(account.user());
            if (hash == null) {
                String password = fresh.next();
                hash = PasswordHash.of(password, fresh.salt());
                kept.put(account.user(), hash);
                made.put(account, password);
            }
            passwords.put(account, hash);
        }
        if (!made.isEmpty()) {
            file.write(kept);
            made.forEach(this::show);
        }
        return new Accounts(passwords);
    }

    /**
     * The one event of this project that is more than a name, and on purpose: a field called password would be redacted,
     * as it must be, and a server that was not set up for JSON lines prints the event's text alone. Nobody could log in.
     */
    private void show(Account account, String password) {
        log.warning(
                "console_password_created user=" + account.user() + " password=" + password,
                "user",
                account.user(),
                "instead_set",
                account.variable(),
                "hash_kept_in",
                file.toString());
    }
}
