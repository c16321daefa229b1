package no.abakus.logging.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what a {@link SecretScanner} is to look for. Where several rules would find something, the one named first does. */
public final class SecretScannerBuilder {
    private final List<Rule> rules = new ArrayList<>();
    private boolean longKeys;
    private boolean own;
    private KeyEnds ends;

    /** Values of keys within texts: key=value, key: value, JSON, XML, flags of commands. */
    public SecretScannerBuilder keys(SecretKeys keys) {
        KnownKeys known = new KnownKeys(keys);
        ends = new KeyEnds(keys.lastWords(), known);
        rules.add(new KeyedValues(known));
        rules.add(new Elements(known));
        rules.add(new Flags(known));
        return this;
    }

    /** Credentials of HTTP, passwords in URLs, private keys. */
    public SecretScannerBuilder credentials() {
        rules.add(new Schemes(SecretTable.SCHEMES));
        rules.add(new UserInfo());
        rules.add(new PrivateKeys());
        return this;
    }

    /** JSON Web Tokens, and tokens and keys of well-known issuers. */
    public SecretScannerBuilder tokens() {
        rules.add(new SignedTokens());
        rules.add(new KnownTokens(SecretTable.TOKENS));
        longKeys = true;
        return this;
    }

    /** E-mail addresses. */
    public SecretScannerBuilder emails() {
        rules.add(new EmailAddresses());
        return this;
    }

    /** Payment card numbers. */
    public SecretScannerBuilder cards() {
        rules.add(new CardNumbers());
        return this;
    }

    /** Norwegian identity numbers. */
    public SecretScannerBuilder nationalIds() {
        rules.add(new NationalIds());
        return this;
    }

    /** What an operator has named. */
    public SecretScannerBuilder own(Collection<OwnForm> forms) {
        rules.addAll(forms);
        own = !forms.isEmpty();
        return this;
    }

    /** A scanner for all that, which writes this in the place of what it hides. */
    public SecretScanner build(String replacement) {
        return new SecretScanner(rules, longKeys, own ? null : new Suspicion(ends), replacement);
    }
}
