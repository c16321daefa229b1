package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** When a task expires and is no longer run: a time span after sending, or an instant. Celery: {@code expires}. */
public sealed interface Expiry {

    /** This long after sending; zero or less has already expired. */
    static Expiry after(Duration span) {
        return new After(span);
    }

    /** At this instant, however long the task has waited by then; an instant in the past has already expired. */
    static Expiry at(Instant instant) {
        return new At(instant);
    }

    /**
     * A time span after sending.
     *
     * @param span how long; zero or less has already expired
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
