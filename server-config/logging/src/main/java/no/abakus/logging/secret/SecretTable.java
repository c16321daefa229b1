package no.abakus.logging.secret;

import java.util.List;
import java.util.Set;

/** The one table that defines secrets: words of keys, and forms of values. All redaction uses it. */
final class SecretTable {
    /**
     * Secret anywhere in a key, {@code user_password_2}; in texts only at the key's end. Also in the plural and run
     * together.
     */
    static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "pwd",
            "pass_word",
            "pass_phrase",
            "passord",
            "passordet",
            "passwort",
            "kennwort",
            "lösenord",
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
            "auth_key",
            "credential",
            "session_id",
            "jsessionid",
            "phpsessid",
            "auth_header",
            "store_pass",
            "key_pass",
            "ssn",
            "fodselsnummer",
            "fødselsnummer",
            "personnummer",
            "card_number",
            "security_code",
            "cvv",
            "cvc",
            "otp",
            "pin_code");

    /**
     * Secret only as the whole key or its last word, {@code db_pass}: {@code session_count} and {@code auth_type} are
     * not secret.
     */
    static final List<String> LAST_WORDS =
            List.of("pass", "pw", "pin", "auth", "signature", "session", "sig", "sessid");

    /** Secret as the end of a compound word, {@code dbpassword}. */
    static final List<String> WORD_ENDS = List.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passord",
            "passwort",
            "pwd",
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

    /** May follow a secret word in a text's key: {@code passwordHash=}. */
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
     * Words that also occur in sentences. Before a colon, such a word needs more than a plain word after it to count as
     * a key.
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

    /** Ids that people search lines by. We create them, or check them when they arrive. */
    static final Set<String> IDS =
            Set.of("request_id", "x_request_id", "task_id", "root_task_id", "parent_task_id", "trace_id", "span_id");

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

    /** The prefixes of tokens of well-known issuers. */
    static final List<TokenForm> TOKENS = List.of(
            TokenForm.of("ghp_", 10),
            TokenForm.of("gho_", 10),
            TokenForm.of("ghu_", 10),
            TokenForm.of("ghs_", 10),
            TokenForm.of("ghr_", 10),
            TokenForm.of("github_pat_", 10),
            TokenForm.of("glpat-", 10),
            TokenForm.of("gldt-", 10),
            TokenForm.of("glrt-", 10),
            TokenForm.of("glcbt-", 10),
            TokenForm.of("glptt-", 10),
            TokenForm.of("xoxb-", 8),
            TokenForm.of("xoxp-", 8),
            TokenForm.of("xoxa-", 8),
            TokenForm.of("xoxr-", 8),
            TokenForm.of("xoxs-", 8),
            TokenForm.of("xoxe-", 8),
            TokenForm.of("xoxe.", 8),
            TokenForm.of("xapp-", 8),
            TokenForm.of("sk_live_", 8),
            TokenForm.of("sk_test_", 8),
            TokenForm.of("rk_live_", 8),
            TokenForm.of("rk_test_", 8),
            TokenForm.of("whsec_", 10),
            TokenForm.unbroken("npm_", 30),
            TokenForm.unbroken("hf_", 30),
            TokenForm.unbroken("r8_", 30),
            TokenForm.of("sk-proj-", 16),
            TokenForm.of("sk-ant-", 16),
            TokenForm.of("sk-or-", 16),
            TokenForm.unbroken("sk-", 32),
            TokenForm.of("dop_v1_", 16),
            TokenForm.of("doo_v1_", 16),
            TokenForm.of("shpat_", 16),
            TokenForm.of("shpss_", 16),
            TokenForm.of("shpca_", 16),
            TokenForm.of("sq0atp-", 16),
            TokenForm.of("sq0csp-", 16),
            TokenForm.of("dckr_pat_", 10),
            TokenForm.of("lin_api_", 16),
            TokenForm.of("glsa_", 16),
            TokenForm.of("figd_", 16),
            TokenForm.of("pypi-", 40),
            TokenForm.of("rubygems_", 32),
            TokenForm.of("PMAK-", 16),
            TokenForm.of("NRAK-", 16),
            TokenForm.of("xkeysib-", 16),
            TokenForm.of("AGE-SECRET-KEY-", 16),
            TokenForm.of("ya29.", 16),
            TokenForm.dotted("SG.", 30),
            TokenForm.of("hvs.", 20),
            TokenForm.of("hvb.", 20),
            TokenForm.capitals("AKIA", 16),
            TokenForm.capitals("ASIA", 16),
            TokenForm.of("AIza", 30),
            TokenForm.path("hooks.slack.com/services/", 10));

    private SecretTable() {}
}
