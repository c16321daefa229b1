package no.abakus.web.login;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only a few logins of this lane be checked at the same time, because a check occupies a processor for a moment. A
 * few more may wait, and each of them occupies its thread. Thread-safe.
 */
final class LoginLane {

    /** How long a login waits for its turn at most. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How many logins are checked in this lane at the same time, at most. */
    static final int PERMITS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int MOST_WAITING = 6;

    private final Semaphore permits = new Semaphore(PERMITS);
    private final AtomicInteger waiting = new AtomicInteger();

    /** Waits for a turn, and returns whether the caller has one. The caller must end its turn with {@link #leave}. */
    boolean enter() {
        if (permits.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        permits.release();
    }
}
