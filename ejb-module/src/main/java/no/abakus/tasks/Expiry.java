package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** After which a task is not to be run any more: a span from its sending, or an instant. Celery: {@code expires}. */
public sealed interface Expiry {

    /** So long after sending; zero or less has expired at once. */
    static Expiry after(Duration span) {
        return new After(span);
    }

    /** At this instant, however long the task has waited by then; a past one has expired at once. */
    static Expiry at(Instant instant) {
        return new At(instant);
    }

    /**
     * A span from the sending.
     *
     * @param span how long; zero or less has expired at once
     */
    record After(Duration span) implements Expiry {
        public After {
            Objects.requireNonNull(span, "An expiry needs its span");
        }
    }

    /**
     * An instant.
     *
     * @param instant when
     */
    record At(Instant instant) implements Expiry {
        public At {
            Objects.requireNonNull(instant, "An expiry needs its instant");
        }
    }
}
