package no.abakus.logging;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps secrets out of log lines and of anything else that leaves the process with a context, such as message properties.
 *
 * <p>Two rules, each switchable: a value whose <em>key</em> names a secret ({@code password}, {@code api_key}, {@code sessionId},
 * …) is replaced as a whole, whatever its type; and in every text, what looks like a credential, a signed token, an e-mail
 * address, a payment card number or a Norwegian identity number is replaced within it. Keys are compared word by word, without
 * regard to case, words ending at {@code _ - .}, at digits and at the humps of camelCase: {@code user_password2} and
 * {@code userPassword} are secret, {@code passwordless} is not.
 *
 * <p>Immutable and safe to share. {@link #active()} is what the settings of {@link LoggingSetting} ask for and is on by default.
 */
public final class Redaction {
    /** What stands in the place of what was taken away. */
    public static final String REDACTED = "[redacted]";

    /** What redaction looks for; each can be switched off on its own. */
    public enum Concern {
        /** Values whose key names a secret. */
        KEYS,
        /** {@code Bearer} and {@code Basic} credentials. */
        CREDENTIALS,
        /** JSON Web Tokens. */
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

    private Redaction(Set<Concern> concerns, SecretKeys keys) {
        this.concerns = concerns;
        this.keys = keys;
    }

    /** What this process redacts, read from the settings once. */
    public static Redaction active() {
        return Active.REDACTION;
    }

    /** Every concern, with the built-in list of secret keys. */
    public static Redaction standard() {
        return new Redaction(EnumSet.allOf(Concern.class), SecretKeys.standard());
    }

    /** No redaction at all. */
    public static Redaction none() {
        return new Redaction(EnumSet.noneOf(Concern.class), SecretKeys.standard());
    }

    /** A copy that leaves these concerns alone. */
    public Redaction without(Concern... concerns) {
        Set<Concern> fewer = EnumSet.noneOf(Concern.class);
        fewer.addAll(this.concerns);
        fewer.removeAll(Set.of(concerns));
        return new Redaction(fewer, keys);
    }

    /** A copy that takes these keys, too, for secret; each is matched as whole words. */
    public Redaction withSecretKeys(Collection<String> names) {
        return new Redaction(concerns, keys.and(names));
    }

    /** A copy that shows the values of these keys although the list of secrets matches them; compared as whole keys. */
    public Redaction withOpenKeys(Collection<String> names) {
        return new Redaction(concerns, keys.except(names));
    }

    /** Whether nothing at all is redacted. */
    public boolean isOff() {
        return concerns.isEmpty();
    }

    /** Whether a value under this key must not be seen. */
    public boolean isSecret(String key) {
        return key != null && concerns.contains(Concern.KEYS) && keys.matches(key);
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
        return isSecret(key) ? REDACTED : new RedactedCopy(this).of(value);
    }

    /**
     * The text with everything secret in it replaced; the same instance when there was nothing.
     *
     * @param text any text; null gives null
     */
    public String text(String text) {
        if (text == null || concerns.isEmpty() || !Suspicion.raisedBy(text)) {
            return text;
        }
        return SecretPatterns.replace(text, concerns);
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
                    .withOpenKeys(LoggingSetting.REDACTION_OPEN_KEYS.list());
        }
    }
}
