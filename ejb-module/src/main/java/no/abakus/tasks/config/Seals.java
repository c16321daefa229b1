package no.abakus.tasks.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what nodes write into messages. Other nodes can trust sealed data, because no other sender can create a valid
 * seal. All nodes that use the same database share a secret. A node that does not know the secret yet accepts only its
 * own seals. Thread-safe.
 */
public final class Seals {

    private static final String ALGORITHM = "HmacSHA256";

    /** A seal of 128 bits cannot be found by trying, and takes little space in a message. */
    private static final int BYTES = 16;

    /** No id, name or instant contains a control character, so different parts never give the same string. */
    private static final char SEPARATOR = '\n';

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Mac own;
    private volatile Mac shared;

    /** Creates seals that only this object recognizes, until it knows a shared secret. */
    public Seals() {
        byte[] secret = new byte[2 * BYTES];
        new SecureRandom().nextBytes(secret);
        own = keyed(secret);
    }

    /** From now on, uses this secret, which the other nodes also know. */
    public void share(byte[] secret) {
        shared = keyed(secret);
    }

    /** Whether this object knows the secret that the other nodes know. */
    public boolean isShared() {
        return shared != null;
    }

    /**
     * Returns the seal of these parts.
     *
     * @param purpose the kind of the parts; a seal for one purpose is not valid for another
     */
    public String of(String purpose, String... parts) {
        Mac known = shared;
        byte[] seal = sealed(known == null ? own : known, text(purpose, parts));
        return new String(seal, StandardCharsets.US_ASCII);
    }

    /** Whether a node has sealed these parts for this purpose. */
    public boolean isValid(String seal, String purpose, String... parts) {
        Mac known = shared;
        byte[] given = seal.getBytes(StandardCharsets.UTF_8);
        byte[] text = text(purpose, parts);
        // This comparison always takes the same time. Otherwise, an attacker could measure how many characters are
        // correct.
        return (known != null && MessageDigest.isEqual(given, sealed(known, text)))
                || MessageDigest.isEqual(given, sealed(own, text));
    }

    private static byte[] text(String purpose, String... parts) {
        StringBuilder text = new StringBuilder(128).append(purpose);
        for (String part : parts) {
            text.append(SEPARATOR).append(part);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sealed(Mac key, byte[] text) {
        byte[] full = copy(key).doFinal(text);
        return ENCODER.encode(Arrays.copyOf(full, BYTES));
    }

    /** Copies the key, because looking up the algorithm for each message would take longer than sealing the message. */
    private static Mac copy(Mac key) {
        try {
            return (Mac) key.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
