package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.registry.RetryAttributes;
import no.abakus.tasks.registry.TaskAttributes;

/** Computes how long a task waits before a retry that specifies no delay of its own. */
final class RetryDelay {

    /** The maximum number of doublings. After so many, a delay exceeds any reasonable maximum. */
    private static final int MAX_DOUBLINGS = 40;

    private final Randomness chance;

    RetryDelay(Randomness chance) {
        this.chance = chance;
    }

    /** Returns the delay after this many retries. Jitter shortens the delay by at most half. */
    Duration after(int retries, TaskAttributes attributes) {
        RetryAttributes rules = attributes.retry();
        if (!rules.backoff()) {
            return attributes.retryDelay();
        }
        Duration delay = doubled(rules.backoffFactor(), Math.min(retries, MAX_DOUBLINGS), rules.backoffMax());
        if (!rules.jitter()) {
            return delay;
        }
        long half = delay.toMillis() / 2;
        return Duration.ofMillis(delay.toMillis() - (long) (half * chance.next()));
    }

    private static Duration doubled(Duration factor, int times, Duration most) {
        Duration delay = factor;
        for (int i = 0; i < times && delay.compareTo(most) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(most) < 0 ? delay : most;
    }
}
