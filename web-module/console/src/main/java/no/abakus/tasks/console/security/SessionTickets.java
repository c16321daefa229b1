package no.abakus.tasks.console.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks the values of session cookies: {@code user.expires.id.mac}. Every node that knows the user's
 * password accepts these values, and a new password ends all sessions of the user. Thread-safe.
 */
final class SessionTickets {

    /** The name of the servlet context's attribute. */
    static final String ATTRIBUTE = SessionTickets.class.getName();

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;
    private static final int ID_BYTES = 16;
    private static final int MOST_ENDED = 10_000;
    private static final Pattern FORM = Pattern.compile("([a-z]{1,32})\\.([0-9]{1,12})\\.([\\w-]{22})\\.([\\w-]{43})");

    private final Function<String, Optional<byte[]>> keys;
    private final Duration life;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Instant> ended = new LinkedHashMap<>();

    /**
     * Creates an issuer of tickets.
     *
     * @param keys returns the key of a user; empty for an unknown user
     * @param life how long a session lasts
     */
    SessionTickets(
            Function<String, Optional<byte[]>> keys, Duration life, InstantSource clock, RandomGenerator random) {
        this.keys = keys;
        this.life = life;
        this.clock = clock;
        this.random = random;
    }

    /** Returns how long a session lasts. */
    Duration life() {
        return life;
    }

    /** Returns a ticket for a new session of this user, who must exist. */
    SessionTicket begin(String user) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
        return new SessionTicket(user, expires, encoded(id));
    }

    /** Returns the ticket as a cookie's value. */
    String text(SessionTicket ticket) {
        String said = said(ticket);
        byte[] key = keys.apply(ticket.user())
                .orElseThrow(() -> new IllegalArgumentException("There is no user " + ticket.user()));
        return said + "." + encoded(mac(key, said));
    }

    /** Returns the ticket of a valid cookie; empty if the value is wrong, or the session has ended. */
    Optional<SessionTicket> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        SessionTicket ticket = new SessionTicket(
                parts.group(1), Instant.ofEpochSecond(Long.parseLong(parts.group(2))), parts.group(3));
        Optional<byte[]> key = keys.apply(ticket.user());
        boolean genuine = key.isPresent()
                && MessageDigest.isEqual(
                        encoded(mac(key.get(), said(ticket))).getBytes(StandardCharsets.US_ASCII),
                        parts.group(4).getBytes(StandardCharsets.US_ASCII));
        return genuine && clock.instant().isBefore(ticket.expires()) && !hasEnded(ticket)
                ? Optional.of(ticket)
                : Optional.empty();
    }

    /**
     * Ends a session on this node before its time. Remembers the latest 10,000 sessions that were ended in this way.
     */
    void end(SessionTicket ticket) {
        synchronized (ended) {
            ended.values().removeIf(expires -> expires.isBefore(clock.instant()));
            ended.put(ticket.id(), ticket.expires());
            if (ended.size() > MOST_ENDED) {
                ended.remove(ended.keySet().iterator().next());
            }
        }
    }

    private boolean hasEnded(SessionTicket ticket) {
        synchronized (ended) {
            return ended.containsKey(ticket.id());
        }
    }

    private static String said(SessionTicket ticket) {
        return ticket.user() + "." + ticket.expires().getEpochSecond() + "." + ticket.id();
    }

    private static byte[] mac(byte[] key, String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(said.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ", but this one does not", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
