package no.abakus.tasks.console.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Accepts the password of a hash. HTTP Basic sends the password with every request, and a hash is slow by design; so the
 * password that was found right is remembered as a fast digest, keyed anew in each process. Wrong ones are looked at one
 * after the other: guessing costs the guesser time, and this server one core at most. Thread-safe.
 */
final class KeptPassword implements Predicate<String> {

    private final PasswordHash hash;
    private final String key = UUID.randomUUID().toString();
    private volatile byte[] accepted;

    KeptPassword(PasswordHash hash) {
        this.hash = hash;
    }

    @Override
    public boolean test(String password) {
        byte[] digest = digest(password);
        byte[] known = accepted;
        return (known != null && MessageDigest.isEqual(known, digest)) || isOfHash(password, digest);
    }

    private synchronized boolean isOfHash(String password, byte[] digest) {
        boolean right = hash.isOf(password);
        if (right) {
            accepted = digest;
        }
        return right;
    }

    private byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((key + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256, this one has not", e);
        }
    }
}
