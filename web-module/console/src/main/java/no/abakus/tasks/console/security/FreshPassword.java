package no.abakus.tasks.console.security;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Generates passwords that are hard to guess and easy to copy, and hashes passwords. */
final class FreshPassword {

    /** Only letters, because a run of digits could look like a card number, and log lines hide card numbers. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    /** 24 letters out of 49 have 134 bits of entropy. */
    private static final int LENGTH = 24;

    private static final int SALT_BYTES = 16;

    private final RandomGenerator random;
    private final int iterations;

    /**
     * Creates a generator of passwords.
     *
     * @param random the source of randomness
     * @param iterations the number of hash iterations; {@link PasswordHash#ITERATIONS} keeps guessing slow
     */
    FreshPassword(RandomGenerator random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    String next() {
        StringBuilder password = new StringBuilder(LENGTH);
        while (password.length() < LENGTH) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    PasswordHash hashOf(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PasswordHash.of(password, salt, iterations);
    }

    /**
     * Returns a hash that every node computes alike, so that nodes accept each other's sessions. The hash is never
     * stored, because anyone who knows the account's name knows its salt.
     */
    PasswordHash sharedHashOf(String password, Account account) {
        byte[] salt = ("abakus console " + account.user()).getBytes(StandardCharsets.US_ASCII);
        return PasswordHash.of(password, salt, iterations);
    }
}
