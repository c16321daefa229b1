package no.abakus.tasks.console.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The latest answer to a question that many callers have. The question is asked at most twice a second. A caller that
 * comes while another caller is asking gets the previous answer. Thread-safe.
 */
final class LatestAnswer<T> {

    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    /** The pause after a failed question. Without it, every caller would wait for the same failure. */
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<Optional<T>> question;
    private final T unknown;
    private final LongSupplier clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Answer<T> latest;

    /**
     * Creates an answer that nobody has asked for yet.
     *
     * @param question returns the answer; empty if nobody could be asked
     * @param unknown the answer before the first question, and for as long as nobody can be asked
     * @param clock a clock in nanoseconds that never goes back
     */
    LatestAnswer(Supplier<Optional<T>> question, T unknown, LongSupplier clock) {
        this.question = question;
        this.unknown = unknown;
        this.clock = clock;
        this.latest = new Answer<>(unknown, clock.getAsLong());
    }

    private record Answer<T>(T value, long freshUntil) {}

    T get() {
        if (isOld() && asking.tryLock()) {
            try {
                if (isOld()) {
                    Optional<T> said = question.get();
                    latest = new Answer<>(
                            said.orElse(unknown),
                            clock.getAsLong() + (said.isPresent() ? FRESH_NANOS : AFTER_FAILURE_NANOS));
                }
            } finally {
                asking.unlock();
            }
        }
        return latest.value();
    }

    private boolean isOld() {
        return clock.getAsLong() - latest.freshUntil() >= 0;
    }
}
