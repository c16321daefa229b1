package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a task expires, as a time span after sending or as an instant. An expired task is not run. Celery:
 * {@code expires}.
 */
public sealed interface Expiry {

    /** Returns an expiry this long after sending. If the span is zero or less, the task has already expired. */
    static Expiry after(Duration span) {
        return new After(span);
    }

    /**
     * Returns an expiry at this instant, regardless of when the task is sent. If the instant is in the past, the task
     * has already expired.
     */
    static Expiry at(Instant instant) {
        return new At(instant);
    }

    /**
     * A time span after sending.
     *
     * @param span the time span; if it is zero or less, the task has already expired
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
