package no.abakus.web.login;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts recent failed logins by a key, such as an address. After some failures the key must wait, twice as long each
 * time, up to a limit. Keys without recent failures are forgotten. Keeps only a bounded number of the latest keys.
 * Thread-safe.
 */
final class FailedLogins {

    private static final int MOST_KEYS = 10_000;
    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();
    private static final long MEMORY = Duration.ofMinutes(10).toNanos();

    private final int free;
    private final LongSupplier nanoTime;
    private final Map<Object, Failures> byKey = new LinkedHashMap<>();

    /**
     * Creates a table without failures.
     *
     * @param free how many failures cause no wait
     */
    FailedLogins(int free, LongSupplier nanoTime) {
        this.free = free;
        this.nanoTime = nanoTime;
    }

    /** Returns how long the key must still wait; zero if it may try. */
    synchronized Duration wait(Object key) {
        Failures known = recent(key);
        long left = known == null ? 0 : known.until - nanoTime.getAsLong();
        return Duration.ofNanos(Math.max(0, left));
    }

    /** Returns whether the key has failed recently. */
    synchronized boolean knows(Object key) {
        return recent(key) != null;
    }

    /** Counts a failure, and returns the key's number of failures so far. */
    synchronized int failed(Object key) {
        Failures known = recent(key);
        int count = known == null ? 1 : known.count + 1;
        long now = nanoTime.getAsLong();
        int doublings = Math.min(count - free - 1, 10);
        long wait = doublings < 0 ? 0 : Math.min(FIRST_WAIT << doublings, LONGEST_WAIT);
        byKey.remove(key);
        byKey.put(key, new Failures(count, now, now + wait));
        if (byKey.size() > MOST_KEYS) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        return count;
    }

    /** Forgets the key, because its login succeeded. */
    synchronized void succeeded(Object key) {
        byKey.remove(key);
    }

    private Failures recent(Object key) {
        Failures known = byKey.get(key);
        if (known != null && nanoTime.getAsLong() - known.at > MEMORY) {
            byKey.remove(key);
            return null;
        }
        return known;
    }

    private record Failures(int count, long at, long until) {}
}
