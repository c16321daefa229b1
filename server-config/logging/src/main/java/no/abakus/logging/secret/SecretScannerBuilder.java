package no.abakus.logging.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the rules of a {@link SecretScanner}. If several rules match, the rule added first wins. */
public final class SecretScannerBuilder {
    private final List<Rule> rules = new ArrayList<>();
    private boolean wordTokens;
    private boolean own;
    private KeyEnds ends;

    /**
     * Looks for the values of secret keys within strings: in key=value, key: value, JSON, XML, SQL and flags of
     * commands.
     */
    public SecretScannerBuilder keys(SecretKeys keys) {
        KnownKeys known = new KnownKeys(keys);
        ends = new KeyEnds(keys.lastWords(), known);
        rules.add(new KeyedValues(known));
        rules.add(new Elements(known));
        rules.add(new Flags(known));
        rules.add(new EscapedPairs(known));
        rules.add(new SqlPasswords(known));
        return this;
    }

    /** Looks for HTTP credentials, passwords in URLs and private keys. */
    public SecretScannerBuilder credentials() {
        rules.add(new Schemes(SecretTable.SCHEMES));
        rules.add(new UserInfo());
        rules.add(new PrivateKeys());
        return this;
    }

    /** Looks for JSON Web Tokens, and for tokens and keys of well-known issuers. */
    public SecretScannerBuilder tokens() {
        rules.add(new SignedTokens());
        rules.add(new KnownTokens(TokenTable.ALL));
        wordTokens = true;
        return this;
    }

    /** Looks for e-mail addresses. */
    public SecretScannerBuilder emails() {
        rules.add(new EmailAddresses());
        return this;
    }

    /** Looks for payment card numbers. */
    public SecretScannerBuilder cards() {
        rules.add(new CardNumbers());
        return this;
    }

    /** Looks for Norwegian identity numbers. */
    public SecretScannerBuilder nationalIds() {
        rules.add(new NationalIds());
        return this;
    }

    /** Looks for the patterns that an operator has set. */
    public SecretScannerBuilder own(Collection<OwnForm> forms) {
        rules.addAll(forms);
        own = !forms.isEmpty();
        return this;
    }

    /** Returns a scanner with all these rules that replaces each secret with this string. */
    public SecretScanner build(String replacement) {
        return new SecretScanner(rules, wordTokens, own ? null : new Suspicion(ends), replacement);
    }
}
