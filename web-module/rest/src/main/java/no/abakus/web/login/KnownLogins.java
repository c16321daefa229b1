package no.abakus.web.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that were recently found valid, so that not every request needs a slow hash. They are stored as digests under
 * a key that is new in each process. Keeps only a bounded number of the latest logins. Thread-safe.
 */
final class KnownLogins {

    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Duration memory;
    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final Map<String, Known> logins = new LinkedHashMap<>();

    /**
     * Creates an empty memory.
     *
     * @param memory how long a login is remembered; zero for not at all
     */
    KnownLogins(Duration memory, LongSupplier nanoTime, SecureRandom random) {
        this.memory = memory;
        this.nanoTime = nanoTime;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Returns the roles of a login from this address; null if the login is unknown. */
    Set<String> roles(String address, Credentials given) {
        if (memory.isZero()) {
            return null;
        }
        String digest = digest(address, given);
        synchronized (logins) {
            Known known = logins.get(digest);
            return known == null || nanoTime.getAsLong() - known.since > memory.toNanos() ? null : known.roles;
        }
    }

    void remember(String address, Credentials given, Set<String> roles) {
        if (memory.isZero()) {
            return;
        }
        String digest = digest(address, given);
        synchronized (logins) {
            logins.remove(digest);
            logins.put(digest, new Known(Set.copyOf(roles), nanoTime.getAsLong()));
            if (logins.size() > MOST) {
                logins.remove(logins.keySet().iterator().next());
            }
        }
    }

    private String digest(String address, Credentials given) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // Neither an address nor a name contains a line break.
            String text = address + "\n" + given.user() + "\n" + given.password();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ", but this one does not", e);
        }
    }

    private record Known(Set<String> roles, long since) {}
}
