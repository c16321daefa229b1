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
 * Keeps secrets out of log lines, and out of other data that leaves the process with a context, such as message
 * properties.
 *
 * <p>Each {@link Concern} can be switched off. There are two rules:
 *
 * <ul>
 * <li>A value whose <em>key</em> names a secret ({@code password}, {@code api_key}, {@code sessionId}, …) is replaced
 *     as a whole, whatever its type.
 * <li>In every string, anything that looks like a secret is replaced: values after such a key ({@code password=x},
 *     {@code {"password":"x"}}), credentials, passwords in URLs, private keys, tokens, e-mail addresses, payment card
 *     numbers and Norwegian identity numbers. Values of a numeric type are hidden, too, if they are card or identity
 *     numbers.
 * </ul>
 *
 * <p>Keys are compared word by word, ignoring case. Words end at {@code _ - .}, at digits and before the capital
 * letters of camelCase: {@code user_password2} and {@code userPassword} are secret, {@code passwordless} is not.
 *
 * <p>Ids are not secrets, so a value under {@code request_id}, {@code x_request_id}, {@code task_id}, {@code
 * root_task_id}, {@code parent_task_id}, {@code retry_of}, {@code trace_id} or {@code span_id} is shown unchanged if it
 * looks like an id (at most 256 letters, digits, dots, dashes and underscores).
 *
 * <p>The time that redaction takes is at most proportional to the length of the string.
 *
 * <p>Immutable and safe to share. {@link #active()} follows the settings of {@link LoggingSetting} and is on by
 * default.
 */
public final class Redaction {
    /** The text that replaces a secret. */
    public static final String REDACTED = "[redacted]";

    /** The kinds of secrets that redaction looks for. Each can be switched off separately. */
    public enum Concern {
        /** Values whose key names a secret, in fields and within strings. */
        KEYS,
        /**
         * Credentials after {@code Bearer}, {@code Basic}, {@code Digest} and similar, passwords in URLs, and private
         * keys.
         */
        CREDENTIALS,
        /** JSON Web Tokens, and tokens of well-known issuers. */
        TOKENS,
        /** E-mail addresses. */
        EMAILS,
        /** Payment card numbers that pass the Luhn check. */
        CARDS,
        /** Norwegian identity numbers whose two check digits are correct. */
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

    /** Returns this process's redaction, read from the settings once. */
    public static Redaction active() {
        return Active.REDACTION;
    }

    /** Returns a redaction with every concern and the built-in list of secret keys. */
    public static Redaction standard() {
        return new Redaction(EnumSet.allOf(Concern.class), SecretKeys.standard(), List.of());
    }

    /** Returns a redaction that hides nothing. */
    public static Redaction none() {
        return new Redaction(EnumSet.noneOf(Concern.class), SecretKeys.standard(), List.of());
    }

    /** Returns a copy that does not look for these concerns. */
    public Redaction without(Concern... concerns) {
        Set<Concern> fewer = EnumSet.noneOf(Concern.class);
        fewer.addAll(this.concerns);
        fewer.removeAll(Set.of(concerns));
        return new Redaction(fewer, keys, forms);
    }

    /**
     * Returns a copy that also treats these keys as secret. A key is secret if it contains one of these names as whole
     * words.
     */
    public Redaction withSecretKeys(Collection<String> names) {
        return new Redaction(concerns, keys.and(names), forms);
    }

    /**
     * Returns a copy that shows the values of these keys even if the list of secret keys matches them. A key has to be
     * equal to one of these names as a whole.
     */
    public Redaction withOpenKeys(Collection<String> names) {
        return new Redaction(concerns, keys.except(names), forms);
    }

    /**
     * Returns a copy that also hides the parts of strings that match one of these patterns, such as {@code
     * ACME-[0-9A-F]{16,32}}. A pattern consists of characters, of classes such as {@code [0-9A-F]}, {@code \d} and
     * {@code \w}, and of the quantifiers {@code {8}}, {@code {8,40}}, {@code +}, {@code *} and {@code ?} after them.
     * Each part matches as much as it can, without backtracking. Only the last part may lack an upper bound. The
     * patterns replace those of an earlier call.
     *
     * @throws IllegalArgumentException if a pattern is invalid; the message says why
     */
    public Redaction withSecretForms(Collection<String> forms) {
        return new Redaction(concerns, keys, forms.stream().map(OwnForm::of).toList());
    }

    /** Returns whether nothing is redacted at all. */
    public boolean isOff() {
        return concerns.isEmpty() && forms.isEmpty();
    }

    /** Returns whether a value under this key must be hidden. */
    public boolean isSecret(String key) {
        return key != null && concerns.contains(Concern.KEYS) && keys.matches(key);
    }

    /**
     * Returns whether this value is an id under a key for ids. Such a value is shown even if it looks like a secret.
     */
    public boolean isId(String key, Object value) {
        return value instanceof String text && key != null && Ids.areNamed(key) && Ids.hasForm(text);
    }

    /**
     * Returns whether this number is secret whatever its key is: a payment card number or a Norwegian identity number.
     */
    public boolean isSecretNumber(Number number) {
        return SecretNumber.isSecret(number, concerns.contains(Concern.CARDS), concerns.contains(Concern.NATIONAL_IDS));
    }

    /**
     * Returns the value as it may leave the process.
     *
     * @param key the name of the value; null if it has none
     * @param value any value, even if it throws or contains itself
     * @return {@link #REDACTED} for a secret key; for a map, collection or array, a redacted copy of bounded depth and
     *     size; for a value whose string contained a secret, that string without the secret; otherwise the value itself
     */
    public Object value(String key, Object value) {
        if (isSecret(key)) {
            return REDACTED;
        }
        return isId(key, value) ? value : new RedactedCopy(this, Integer.MAX_VALUE).of(value);
    }

    /**
     * Returns the value as it may leave the process if no more than {@code most} characters of a string will be shown.
     * Strings in the value are cut before they are scanned. A secret that continues beyond the cut is hidden as a
     * whole.
     *
     * @param most the maximum number of characters of each string
     */
    public Object value(String key, Object value, int most) {
        if (isSecret(key)) {
            return REDACTED;
        }
        return isId(key, value) ? value : new RedactedCopy(this, most).of(value);
    }

    /**
     * Returns the string with all secrets in it replaced; the same instance if there were none.
     *
     * @param text any string; null returns null
     */
    public String text(String text) {
        return text == null || isOff() ? text : scanner.clean(text);
    }

    /**
     * Returns the beginning of a string with all secrets in it replaced. A secret that continues beyond the beginning
     * is hidden as a whole. The rest of the string is not scanned.
     *
     * @param text any string; null returns null
     * @param most the maximum number of characters of the string to return
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
