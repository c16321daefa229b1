package no.abakus.logging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.abakus.logging.Redaction.Concern;

/**
 * The settings of logging. Each is a system property, or the environment variable of the same name in capitals with {@code _} for
 * every other character ({@code abakus.logging.max-line-bytes}, {@code ABAKUS_LOGGING_MAX_LINE_BYTES}); the property wins. They are
 * read once, when first needed. A value that cannot be read counts as absent and is reported by {@link #problem()}.
 */
public enum LoggingSetting {
    SYSTEM("abakus.logging.system", Type.TEXT, "abakus", "What the lines of a request call this application."),
    VERSION("abakus.logging.version", Type.TEXT, "unknown", "The release that the lines of a request name."),
    ENVIRONMENT("abakus.logging.environment", Type.TEXT, "unknown", "Where this runs, such as production or staging."),
    TRUST_FORWARDED_FOR(
            "abakus.logging.trust-forwarded-for",
            Type.SWITCH,
            "false",
            "Take a request's ip from X-Forwarded-For; only behind a proxy that sets it."),
    REQUEST_EVENTS(
            "abakus.logging.request-events",
            Type.SWITCH,
            "true",
            "Log request_started and request_finished; request_failed is always logged."),
    MAX_LINE_BYTES(
            "abakus.logging.max-line-bytes",
            Type.NUMBER,
            "65536",
            "The longest line in bytes; a longer one is written without what does not fit."),
    MAX_TEXT_CHARS(
            "abakus.logging.max-text-chars",
            Type.NUMBER,
            "8192",
            "The longest text in characters; a longer one is cut and says by how much."),
    MAX_ELEMENTS("abakus.logging.max-elements", Type.NUMBER, "100", "The most elements of a collection, map or array."),
    MAX_DEPTH("abakus.logging.max-depth", Type.NUMBER, "8", "The deepest nesting of maps and collections."),
    MAX_FRAMES("abakus.logging.max-frames", Type.NUMBER, "50", "The most stack frames of one exception."),
    REDACTION("abakus.logging.redaction", Type.SWITCH, "true", "Take secrets out of lines and message properties."),
    REDACTION_KEYS("abakus.logging.redaction.keys", Type.SWITCH, "true", "Redact values whose key names a secret."),
    REDACTION_SECRET_KEYS(
            "abakus.logging.redaction.secret-keys",
            Type.LIST,
            "",
            "Further keys that name a secret, separated by commas."),
    REDACTION_OPEN_KEYS(
            "abakus.logging.redaction.open-keys",
            Type.LIST,
            "",
            "Keys shown although they look like a secret, separated by commas."),
    REDACTION_CREDENTIALS(
            "abakus.logging.redaction.credentials",
            Type.SWITCH,
            "true",
            "Redact Bearer and Basic credentials in texts."),
    REDACTION_TOKENS("abakus.logging.redaction.tokens", Type.SWITCH, "true", "Redact JSON Web Tokens in texts."),
    REDACTION_EMAILS("abakus.logging.redaction.emails", Type.SWITCH, "true", "Redact e-mail addresses in texts."),
    REDACTION_CARDS("abakus.logging.redaction.cards", Type.SWITCH, "true", "Redact payment card numbers in texts."),
    REDACTION_NATIONAL_IDS(
            "abakus.logging.redaction.national-ids",
            Type.SWITCH,
            "true",
            "Redact Norwegian identity numbers in texts.");

    /** How a setting's text is read. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** A whole number above zero. */
        NUMBER,
        /** Texts separated by commas. */
        LIST
    }

    private final String key;
    private final Type type;
    private final String defaultValue;
    private final String meaning;

    LoggingSetting(String key, Type type, String defaultValue, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** The name of the system property. */
    public String key() {
        return key;
    }

    /** The name of the environment variable. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** How the text is read. */
    public Type type() {
        return type;
    }

    /** The text that counts where nothing is set. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What the setting does, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The text in force: what is set if it can be read, else the default. */
    public String text() {
        String given = given();
        return given != null && isReadable(given) ? given : defaultValue;
    }

    /** Whether a {@link Type#SWITCH} is on. */
    public boolean isOn() {
        return Boolean.parseBoolean(text());
    }

    /** The value of a {@link Type#NUMBER}. */
    public int number() {
        return Integer.parseInt(text());
    }

    /** The elements of a {@link Type#LIST}, without blanks around them. */
    public List<String> list() {
        return Stream.of(text().split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** What is wrong with the text that is set, and what counts instead; null when nothing is. */
    public String problem() {
        String given = given();
        if (given == null || isReadable(given)) {
            return null;
        }
        String expected = type == Type.SWITCH ? "true or false" : "a whole number above zero";
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
            case TEXT, LIST -> true;
            case SWITCH -> given.equalsIgnoreCase("true") || given.equalsIgnoreCase("false");
            case NUMBER -> given.matches("[1-9][0-9]{0,8}");
        };
    }
}
