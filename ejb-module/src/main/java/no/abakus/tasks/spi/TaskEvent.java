package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a task. */
public sealed interface TaskEvent {

    /** A task was sent. Celery: {@code task-sent}. */
    record Sent(TaskMessage message, Route route) implements TaskEvent {}

    /**
     * A worker begins to run it.
     *
     * @param waited how long it waited from the instant it was due
     */
    record Started(Delivery delivery, Duration waited) implements TaskEvent {}

    /**
     * It ended well.
     *
     * @param took how long the body ran
     * @param waited how long it had waited from the instant it was due
     */
    record Succeeded(Delivery delivery, Duration took, Duration waited) implements TaskEvent {}

    /** It ended by an exception. */
    record Failed(Delivery delivery, Duration took, Throwable thrown) implements TaskEvent {}

    /** It asked to be run again, and a message for that was sent. */
    record Retrying(Delivery delivery, Duration took, Instant eta, Optional<Throwable> cause) implements TaskEvent {}

    /** A worker could not read it, and moves it to the dead-letter queue. */
    record Rejected(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** No worker here knows a task of this name; it moves to the dead-letter queue. Celery: {@code task_unknown}. */
    record NotFound(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** The transport could not read a message, so that it is not known to be a task at all. */
    record Unreadable(String queue, String messageId, Rejection rejection) implements TaskEvent {}
}
