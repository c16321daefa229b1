package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a task expires, after which it is not run: a time span after sending, or an instant. Celery: {@code expires}.
 */
public sealed interface Expiry {

    /** Expires this long after sending; with zero or less the task has already expired. */
    static Expiry after(Duration span) {
        return new After(span);
    }

    /**
     * Expires at this instant, regardless of when the task was sent; with an instant in the past it has already
     * expired.
     */
    static Expiry at(Instant instant) {
        return new At(instant);
    }

    /**
     * A time span after sending.
     *
     * @param span how long; with zero or less the task has already expired
     */
    record After(Duration span) implements Expiry {
        public After {
            Objects.requireNonNull(span, "An expiry needs its span");
        }
    }

    /**
     * An instant.
     *
     * @param instant when the task expires
     */
    record At(Instant instant) implements Expiry {
        public At {
            Objects.requireNonNull(instant, "An expiry needs its instant");
        }
    }
}
