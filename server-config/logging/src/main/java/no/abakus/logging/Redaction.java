package no.abakus.logging;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.abakus.logging.secret.Ids;
import no.abakus.logging.secret.OwnForm;
import no.abakus.logging.secret.SecretKeys;
import no.abakus.logging.secret.SecretNumber;
import no.abakus.logging.secret.SecretScanner;
import no.abakus.logging.secret.SecretScannerBuilder;

/**
 * Keeps secrets out of log lines and of anything else that leaves the process with a context, such as message properties.
 *
 * <p>Two rules, each switchable: a value whose <em>key</em> names a secret ({@code password}, {@code api_key}, {@code sessionId},
 * …) is replaced as a whole, whatever its type; and in every text, what looks like a secret is replaced within it: values behind
 * such a key ({@code password=x}, {@code {"password":"x"}}), credentials, passwords in URLs, private keys, tokens, e-mail addresses,
 * payment card numbers and Norwegian identity numbers. Keys are compared word by word, without regard to case, words ending at
 * {@code _ - .}, at digits and at the humps of camelCase: {@code user_password2} and {@code userPassword} are secret,
 * {@code passwordless} is not. Card and identity numbers are hidden as numbers, too.
 *
 * <p>Ids are not secrets: a value under {@code request_id}, {@code task_id}, {@code root_task_id}, {@code parent_task_id},
 * {@code trace_id} or {@code span_id} that has the form of an id (at most 256 letters, digits, dots, dashes and underscores) is
 * shown as it is.
 *
 * <p>No text takes more time than in proportion to its length.
 *
 * <p>Immutable and safe to share. {@link #active()} is what the settings of {@link LoggingSetting} ask for and is on by default.
 */
public final class Redaction {
    /** What stands in the place of what was taken away. */
    public static final String REDACTED = "[redacted]";

    /** What redaction looks for; each can be switched off on its own. */
    public enum Concern {
        /** Values whose key names a secret, of fields and within texts. */
        KEYS,
        /** Credentials behind {@code Bearer}, {@code Basic}, {@code Digest} and the like, passwords in URLs, private keys. */
        CREDENTIALS,
        /** JSON Web Tokens, and tokens of well-known issuers. */
        TOKENS,
        /** E-mail addresses. */
        EMAILS,
        /** Payment card numbers that pass the Luhn check. */
        CARDS,
        /** Norwegian identity numbers whose two check digits are right. */
        NATIONAL_IDS
    }

    private final Set<Concern> concerns;
    private final SecretKeys keys;
    private final List<OwnForm> forms;
    private final SecretScanner scanner;

    private Redaction(Set<Concern> concerns, SecretKeys keys, List<OwnForm> forms) {
        this.concerns = concerns;
        this.keys = keys;
        this.forms = forms;
        this.scanner = scanner();
    }

    private SecretScanner scanner() {
        SecretScannerBuilder wanted = new SecretScannerBuilder();
        for (Concern concern : concerns) {
            switch (concern) {
                case KEYS -> wanted.keys(keys);
                case CREDENTIALS -> wanted.credentials();
                case TOKENS -> wanted.tokens();
                case EMAILS -> wanted.emails();
                case CARDS -> wanted.cards();
                case NATIONAL_IDS -> wanted.nationalIds();
            }
        }
        return wanted.own(forms).build(REDACTED);
    }

    /** What this process redacts, read from the settings once. */
    public static Redaction active() {
        return Active.REDACTION;
    }

    /** Every concern, with the built-in list of secret keys. */
    public static Redaction standard() {
        return new Redaction(EnumSet.allOf(Concern.class), SecretKeys.standard(), List.of());
    }

    /** No redaction at all. */
    public static Redaction none() {
        return new Redaction(EnumSet.noneOf(Concern.class), SecretKeys.standard(), List.of());
    }

    /** A copy that leaves these concerns alone. */
    public Redaction without(Concern... concerns) {
        Set<Concern> fewer = EnumSet.noneOf(Concern.class);
        fewer.addAll(this.concerns);
        fewer.removeAll(Set.of(concerns));
        return new Redaction(fewer, keys, forms);
    }

    /** A copy that takes these keys, too, for secret; each is matched as whole words. */
    public Redaction withSecretKeys(Collection<String> names) {
        return new Redaction(concerns, keys.and(names), forms);
    }

    /** A copy that shows the values of these keys although the list of secrets matches them; compared as whole keys. */
    public Redaction withOpenKeys(Collection<String> names) {
        return new Redaction(concerns, keys.except(names), forms);
    }

    /**
     * A copy that hides values of these forms in texts, too: {@code ACME-[0-9A-F]{16,32}}. A form is made of characters, of classes
     * such as {@code [0-9A-F]}, {@code \d} and {@code \w}, and of {@code {8}}, {@code {8,40}}, {@code +}, {@code *} and {@code ?}
     * behind them. Each part takes as much as it can and gives nothing back; only the last may come without an upper bound.
     *
     * @throws IllegalArgumentException if one of them is no form; the message says why
     */
    public Redaction withSecretForms(Collection<String> forms) {
        return new Redaction(concerns, keys, forms.stream().map(OwnForm::of).toList());
    }

    /** Whether nothing at all is redacted. */
    public boolean isOff() {
        return concerns.isEmpty() && forms.isEmpty();
    }

    /** Whether a value under this key must not be seen. */
    public boolean isSecret(String key) {
        return key != null && concerns.contains(Concern.KEYS) && keys.matches(key);
    }

    /** Whether this value is an id under a key for ids, and so is shown whatever it looks like. */
    public boolean isId(String key, Object value) {
        return value instanceof String text && key != null && Ids.areNamed(key) && Ids.hasForm(text);
    }

    /** Whether this number is secret whatever its key is: a payment card's, or a Norwegian identity number. */
    public boolean isSecretNumber(Number number) {
        return SecretNumber.isSecret(number, concerns.contains(Concern.CARDS), concerns.contains(Concern.NATIONAL_IDS));
    }

    /**
     * The value as it may leave the process.
     *
     * @param key what the value is called; null when it has no name
     * @param value any value, also one that throws or contains itself
     * @return {@link #REDACTED} for a secret key; for a map, collection or array a copy redacted within, to a bounded depth and size; the
     *     text of a value whose text held a secret, without it; otherwise the value itself
     */
    public Object value(String key, Object value) {
        if (isSecret(key)) {
            return REDACTED;
        }
        return isId(key, value) ? value : new RedactedCopy(this, Integer.MAX_VALUE).of(value);
    }

    /**
     * The value as it may leave the process, of which no more than so many characters are going to be shown: texts in it are cut
     * before they are looked through, and a secret that goes on beyond the cut is hidden as a whole.
     *
     * @param most the most characters of each text
     */
    public Object value(String key, Object value, int most) {
        if (isSecret(key)) {
            return REDACTED;
        }
        return isId(key, value) ? value : new RedactedCopy(this, most).of(value);
    }

    /**
     * The text with everything secret in it replaced; the same instance when there was nothing.
     *
     * @param text any text; null gives null
     */
    public String text(String text) {
        return text == null || isOff() ? text : scanner.clean(text);
    }

    /**
     * The beginning of a text with everything secret in it replaced. A secret that goes on beyond the beginning is hidden as a whole,
     * and what comes later is not looked at.
     *
     * @param text any text; null gives null
     * @param most how many characters of it count
     */
    public String text(String text, int most) {
        if (text == null || text.length() <= most) {
            return text(text);
        }
        int cut = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return isOff() ? text.substring(0, cut) : scanner.clean(text, cut);
    }

    @Override
    public String toString() {
        return "Redaction" + concerns;
    }

    private static final class Active {
        static final Redaction REDACTION = fromSettings();

        private static Redaction fromSettings() {
            if (!LoggingSetting.REDACTION.isOn()) {
                return none();
            }
            Set<Concern> off = EnumSet.noneOf(Concern.class);
            for (Concern concern : Concern.values()) {
                if (!LoggingSetting.ofConcern(concern).isOn()) {
                    off.add(concern);
                }
            }
            return standard()
                    .without(off.toArray(Concern[]::new))
                    .withSecretKeys(LoggingSetting.REDACTION_SECRET_KEYS.list())
                    .withOpenKeys(LoggingSetting.REDACTION_OPEN_KEYS.list())
                    .withSecretForms(SecretForms.readable(LoggingSetting.REDACTION_SECRET_FORMS.text()));
        }
    }
}
