package no.abakus.logging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.abakus.logging.Redaction.Concern;

/**
 * The settings of logging. Each is a system property, or an environment variable whose name is the same in capitals,
 * with {@code _} for every character that is not a letter or a digit ({@code abakus.logging.max-line-bytes}, {@code
 * ABAKUS_LOGGING_MAX_LINE_BYTES}). The property wins. Most settings are read only once, when first needed. A value that
 * cannot be read counts as absent and is reported by {@link #problem()}.
 */
public enum LoggingSetting {
    SYSTEM("abakus.logging.system", Type.TEXT, "abakus", "The application's name in the lines of a request."),
    VERSION(
            "abakus.logging.version",
            Type.TEXT,
            "unknown",
            "The release of this application in the lines of a request."),
    ENVIRONMENT("abakus.logging.environment", Type.TEXT, "unknown", "Where this runs, such as production or staging."),
    TRUST_FORWARDED_FOR(
            "abakus.logging.trust-forwarded-for",
            Type.SWITCH,
            "false",
            "Take a request's ip from X-Forwarded-For; set this only behind a proxy that sets that header."),
    REQUEST_EVENTS(
            "abakus.logging.request-events",
            Type.SWITCH,
            "true",
            "Log request_started and request_finished; request_failed is always logged."),
    FORMAT(
            "abakus.logging.format",
            "abakus",
            "abakus ecs otel gcp logfmt console",
            "The layout of lines; can be changed at run time."),
    EXCEPTIONS(
            "abakus.logging.exceptions",
            "structure",
            "structure lines text",
            "Exceptions as objects, as objects whose frames are strings, or as one string."),
    OUTPUT("abakus.logging.output", "stdout", "stdout file both", "Where lines are written."),
    FILE(
            "abakus.logging.file",
            Type.TEXT,
            "abakus.log",
            "The file to which lines are written; a relative path starts at the process's folder."),
    FILE_MAX_BYTES(
            "abakus.logging.file-max-bytes",
            Type.NUMBER,
            "100000000",
            "The size at which the file becomes FILE.1 and a new one is started."),
    FILE_KEEP("abakus.logging.file-keep", Type.NUMBER, "5", "How many rotated files are kept."),
    WHEN_BLOCKED(
            "abakus.logging.when-blocked",
            "block",
            "block drop",
            "What happens while nobody reads the output: threads wait, or lines below a level are dropped and counted."),
    DROP_BELOW(
            "abakus.logging.drop-below",
            "warning",
            "info warning error critical",
            "Lines below this level may be dropped; needs when-blocked=drop."),
    BUFFER_BYTES(
            "abakus.logging.buffer-bytes",
            Type.NUMBER,
            "1048576",
            "How many bytes are buffered before lines are dropped; needs when-blocked=drop."),
    PROCESSORS(
            "abakus.logging.processors",
            Type.LIST,
            "drop, sample, rate-limit, call-site, static, services, rename",
            "The order in which processors see an event; a processor that is not listed does not run."),
    DROP(
            "abakus.logging.drop",
            Type.LIST,
            "",
            "Events to drop: names, prefixes (health_*), loggers (logger:org.jboss.weld)."),
    SAMPLE(
            "abakus.logging.sample",
            Type.LIST,
            "",
            "Events to sample, with the fraction to keep, such as cache_hit=0.01."),
    RATE_LIMIT(
            "abakus.logging.rate-limit",
            Type.LIST,
            "",
            "Events to limit to a number of lines per second, minute or hour, such as retry_failed=10/m."),
    CALL_SITE(
            "abakus.logging.call-site",
            Type.SWITCH,
            "false",
            "Add the class, method, line number and thread of the log call to each line; costs microseconds."),
    STATIC_FIELDS("abakus.logging.static-fields", Type.LIST, "", "Fields to add to every line, such as region=north."),
    RENAME("abakus.logging.rename", Type.LIST, "", "Fields to rename, such as current_user=user."),
    REQUEST_LEVEL_USERS(
            "abakus.logging.request-level-users",
            Type.LIST,
            "",
            "Users who may lower the level for a request and its tasks with the header X-Log-Level; * means anybody."),
    MAX_LINE_BYTES(
            "abakus.logging.max-line-bytes",
            Type.NUMBER,
            "65536",
            "The longest line in bytes; a longer line is written without the parts that do not fit."),
    MAX_TEXT_CHARS(
            "abakus.logging.max-text-chars",
            Type.NUMBER,
            "8192",
            "The longest string in characters; a longer string is cut, with a note of how much is missing."),
    MAX_ELEMENTS(
            "abakus.logging.max-elements",
            Type.NUMBER,
            "100",
            "The maximum number of elements of a collection, map or array."),
    MAX_DEPTH("abakus.logging.max-depth", Type.NUMBER, "8", "The deepest nesting of maps and collections."),
    MAX_FRAMES("abakus.logging.max-frames", Type.NUMBER, "50", "The maximum number of stack frames of one exception."),
    REDACTION("abakus.logging.redaction", Type.SWITCH, "true", "Redact secrets in lines and message properties."),
    REDACTION_KEYS(
            "abakus.logging.redaction.keys",
            Type.SWITCH,
            "true",
            "Redact values whose key names a secret, in fields and within strings."),
    REDACTION_SECRET_KEYS(
            "abakus.logging.redaction.secret-keys",
            Type.LIST,
            "",
            "Further keys that name a secret, separated by commas."),
    REDACTION_OPEN_KEYS(
            "abakus.logging.redaction.open-keys",
            Type.LIST,
            "",
            "Keys whose values are shown although the key seems to name a secret, separated by commas."),
    REDACTION_SECRET_FORMS(
            "abakus.logging.redaction.secret-forms",
            Type.FORMS,
            "",
            "Further patterns of secrets in strings, separated by blanks, such as ACME-[0-9A-F]{16,32}."),
    REDACTION_CREDENTIALS(
            "abakus.logging.redaction.credentials",
            Type.SWITCH,
            "true",
            "Redact credentials, passwords in URLs and private keys in strings."),
    REDACTION_TOKENS(
            "abakus.logging.redaction.tokens",
            Type.SWITCH,
            "true",
            "Redact JSON Web Tokens and tokens of well-known issuers in strings."),
    REDACTION_EMAILS("abakus.logging.redaction.emails", Type.SWITCH, "true", "Redact e-mail addresses in strings."),
    REDACTION_CARDS(
            "abakus.logging.redaction.cards",
            Type.SWITCH,
            "true",
            "Redact payment card numbers, in strings and as numbers."),
    REDACTION_NATIONAL_IDS(
            "abakus.logging.redaction.national-ids",
            Type.SWITCH,
            "true",
            "Redact Norwegian identity numbers, in strings and as numbers.");

    /** The format of a setting's value. */
    public enum Type {
        /** Any string. */
        TEXT,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** A whole number above zero. */
        NUMBER,
        /** Strings separated by commas. */
        LIST,
        /** Patterns of secrets, separated by blanks. An invalid pattern does not affect the others. */
        FORMS,
        /** One of {@link #choices()}. */
        CHOICE
    }

    private final String key;
    private final Type type;
    private final String defaultValue;
    /** The valid values, separated by blanks. */
    private final String choices;

    private final String meaning;

    LoggingSetting(String key, Type type, String defaultValue, String meaning) {
        this(key, type, defaultValue, "", meaning);
    }

    LoggingSetting(String key, String defaultValue, String choices, String meaning) {
        this(key, Type.CHOICE, defaultValue, choices, meaning);
    }

    LoggingSetting(String key, Type type, String defaultValue, String choices, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.choices = choices;
        this.meaning = meaning;
    }

    /** Returns the name of the system property. */
    public String key() {
        return key;
    }

    /** Returns the name of the environment variable. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Returns the format of the value. */
    public Type type() {
        return type;
    }

    /** Returns the value that applies if none is set. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Returns the valid values of a {@link Type#CHOICE}; empty for other types. */
    public List<String> choices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split(" "));
    }

    /** Returns a description of the setting, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns the effective value: the value that is set if it is valid, else the default. */
    public String text() {
        String given = given();
        return given != null && isReadable(given) ? given : defaultValue;
    }

    /** Returns whether a {@link Type#SWITCH} is on. */
    public boolean isOn() {
        return Boolean.parseBoolean(text());
    }

    /** Returns the value of a {@link Type#NUMBER}. */
    public int number() {
        return Integer.parseInt(text());
    }

    /** Returns the elements of a {@link Type#LIST}, trimmed. */
    public List<String> list() {
        return Stream.of(text().split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /**
     * Describes the problem with the value that is set, and names the value that is used instead. Returns null if there
     * is no problem.
     */
    public String problem() {
        String given = given();
        if (type == Type.FORMS) {
            String problem = given == null ? null : SecretForms.problem(given);
            return problem == null ? null : problem + ". Invalid patterns are ignored, and the others apply.";
        }
        if (given == null || isReadable(given)) {
            return null;
        }
        String expected =
                switch (type) {
                    case SWITCH -> "true or false";
                    case CHOICE -> "one of " + String.join(", ", choices());
                    default -> "a whole number above zero";
                };
        return key + " is '" + given + "' but has to be " + expected + "; " + defaultValue + " is used instead";
    }

    static LoggingSetting ofConcern(Concern concern) {
        return switch (concern) {
            case KEYS -> REDACTION_KEYS;
            case CREDENTIALS -> REDACTION_CREDENTIALS;
            case TOKENS -> REDACTION_TOKENS;
            case EMAILS -> REDACTION_EMAILS;
            case CARDS -> REDACTION_CARDS;
            case NATIONAL_IDS -> REDACTION_NATIONAL_IDS;
        };
    }

    private String given() {
        String property = System.getProperty(key);
        String given = property != null ? property : System.getenv(environmentVariable());
        return given == null ? null : given.strip();
    }

    private boolean isReadable(String given) {
        return switch (type) {
            case TEXT, LIST, FORMS -> true;
            case SWITCH -> given.equalsIgnoreCase("true") || given.equalsIgnoreCase("false");
            case CHOICE -> choices().contains(given);
            case NUMBER -> given.matches("[1-9][0-9]{0,8}");
        };
    }
}
