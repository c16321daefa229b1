package no.abakus.logging.secret;

import java.util.List;
import java.util.Set;

/**
 * The table that defines secrets: words of keys, and words before values. The prefixes of tokens are in
 * {@link TokenTable}. All redaction uses both.
 */
final class SecretTable {
    /**
     * Words that make a key secret wherever they stand in it, as in {@code user_password_2}. In a key within a string,
     * they count only at the end, where {@link #TAILS} and numbers may follow. The plural counts, too, and so do the
     * words without separators, as in {@code apikey}.
     */
    static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "pwd",
            "pswd",
            "pass_word",
            "pass_phrase",
            "pass_code",
            "passord",
            "passordet",
            "passwort",
            "kennwort",
            "lösenord",
            "losenord",
            "wachtwoord",
            "mot_de_passe",
            "contraseña",
            "contrasena",
            "adgangskode",
            "kodeord",
            "secret",
            "token",
            "jwt",
            "authorization",
            "authorisation",
            "cookie",
            "api_key",
            "access_key",
            "private_key",
            "secret_key",
            "signing_key",
            "encryption_key",
            "decryption_key",
            "aes_key",
            "des_key",
            "hmac_key",
            "rsa_key",
            "ssh_key",
            "master_key",
            "shared_key",
            "account_key",
            "storage_key",
            "session_key",
            "client_key",
            "subscription_key",
            "functions_key",
            "license_key",
            "licence_key",
            "auth_key",
            "credential",
            "session_id",
            "jsessionid",
            "phpsessid",
            "sessid",
            "auth_header",
            "auth_code",
            "authorization_code",
            "code_verifier",
            "saml_response",
            "store_pass",
            "key_pass",
            "ssn",
            "fodselsnummer",
            "fødselsnummer",
            "personnummer",
            "fnr",
            "fodselsnr",
            "fødselsnr",
            "personnr",
            "card_number",
            "security_code",
            "cvv",
            "cvc",
            "otp",
            "pin_code",
            "pin_kode",
            "engangskode",
            "sikkerhetskode",
            "recovery_code",
            "backup_code",
            "verification_code",
            "one_time_code",
            "access_code",
            "seed_phrase");

    /**
     * Words that make a key secret only as the whole key or its last word, as in {@code db_pass}. So {@code
     * session_count} and {@code auth_type} are not secret.
     */
    static final List<String> LAST_WORDS =
            List.of("pass", "pw", "pin", "auth", "bearer", "signature", "session", "sig");

    /**
     * Words that make a key secret as the end of a compound word, as in {@code dbpassword} and {@code dbpass}, unless
     * the whole word is {@link #ORDINARY}.
     */
    static final List<String> WORD_ENDS = List.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passord",
            "passwort",
            "pass",
            "pwd",
            "pw",
            "pswd",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "privatekey",
            "secretkey",
            "sessionid",
            "sessid",
            "credential",
            "credentials");

    /** Words that end like a secret word by chance. */
    static final Set<String> ORDINARY = Set.of(
            "allpass",
            "bandpass",
            "bypass",
            "compass",
            "encompass",
            "highpass",
            "lowpass",
            "multipass",
            "overpass",
            "subpass",
            "surpass",
            "trespass",
            "underpass");

    /** Whole keys that are settings and no secrets: {@code maxSession} of message-driven beans. */
    static final Set<String> OPEN = Set.of("max_session");

    /**
     * Last words of keys. The value of such a key is secret if the name beside it is, as in
     * {@code name="password" value="x"}.
     */
    static final Set<String> VALUES = Set.of("value", "values", "val", "content", "string");

    /** Words that may follow a flag in a sentence about the flag. */
    static final Set<String> AFTER_FLAGS = Set.of(
            "and",
            "cannot",
            "for",
            "has",
            "in",
            "is",
            "may",
            "must",
            "needs",
            "not",
            "option",
            "or",
            "requires",
            "to",
            "was");

    /** Words that may follow a secret word in a key within a string, as in {@code passwordHash=}. */
    static final Set<String> TAILS = Set.of(
            "value",
            "hash",
            "confirm",
            "confirmation",
            "repeat",
            "again",
            "plain",
            "text",
            "string",
            "raw",
            "new",
            "old",
            "encoded",
            "encrypted",
            "data",
            "header",
            "base");

    /**
     * Words that also occur in sentences. Such a word before a colon counts as a key only if something other than a
     * plain word follows the colon.
     */
    static final Set<String> IN_SENTENCES = Set.of(
            "token",
            "secret",
            "cookie",
            "credential",
            "credentials",
            "otp",
            "session",
            "auth",
            "bearer",
            "pass",
            "pin",
            "pw",
            "signature",
            "sig",
            "authorization",
            "authorisation",
            "jwt",
            "tokens",
            "secrets",
            "cookies",
            "pwd",
            "cvc",
            "cvv",
            "ssn");

    /** Keys of the ids by which people search lines. We create these ids, or check them when they arrive. */
    static final Set<String> IDS = Set.of(
            "request_id",
            "x_request_id",
            "task_id",
            "root_task_id",
            "parent_task_id",
            "retry_of",
            "trace_id",
            "span_id");

    /** Words before credentials, in lower case. */
    static final List<Scheme> SCHEMES = List.of(
            new Scheme("bearer", Scheme.Form.ANY),
            new Scheme("basic", Scheme.Form.USER_AND_PASSWORD),
            new Scheme("digest", Scheme.Form.PARAMETERS),
            new Scheme("token", Scheme.Form.MIXED),
            new Scheme("apikey", Scheme.Form.LONG),
            new Scheme("negotiate", Scheme.Form.LONG),
            new Scheme("ntlm", Scheme.Form.LONG),
            new Scheme("sharedkey", Scheme.Form.LONG));

    private SecretTable() {}
}
