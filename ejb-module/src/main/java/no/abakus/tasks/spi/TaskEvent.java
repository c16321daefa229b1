package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.WorkerLostException;

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

    /**
     * It ended by an exception.
     *
     * @param took how long the body ran
     * @param thrown the exception
     * @param expected whether the task declares it as an expected end, by {@code throwsExpected}
     */
    record Failed(Delivery delivery, Duration took, Throwable thrown, boolean expected) implements TaskEvent {

        /** An end by an exception that is a surprise. */
        public Failed(Delivery delivery, Duration took, Throwable thrown) {
            this(delivery, took, thrown, false);
        }
    }

    /**
     * Its node died while it ran, after its message was acknowledged, and another node, or the same one after its restart,
     * has noticed.
     *
     * @param claim what is known of it
     * @param failure what its state says
     */
    record Lost(Claim claim, WorkerLostException failure) implements TaskEvent {}

    /** Its body does not want to have happened, by {@link no.abakus.tasks.Ignore}. */
    record Ignored(Delivery delivery, Duration took, String reason) implements TaskEvent {}

    /**
     * The message went back to the queue: by its body's {@link no.abakus.tasks.Reject}, or because this node could not run it to its
     * end. Celery: {@code task-rejected}.
     */
    record Requeued(Delivery delivery, Duration took, Instant eta, String reason) implements TaskEvent {}

    /** It asked to be run again, and a message for that was sent. */
    record Retrying(Delivery delivery, Duration took, Instant eta, Optional<Throwable> cause) implements TaskEvent {}

    /** It has run as long as its soft time limit, and is asked to end. */
    record SoftLimitReached(Delivery delivery, Duration limit) implements TaskEvent {}

    /**
     * It has run as long as its time limit, and fails by that; its body is interrupted and given up.
     *
     * @param exceeded says where the body was
     * @param thread the name of the thread that runs it
     * @param abandoned how many such bodies still run on this node, this one included
     */
    record Abandoned(Delivery delivery, TimeLimitExceeded exceeded, String thread, int abandoned)
            implements TaskEvent {}

    /** It came before its turn under a rate limit, and went back to the broker to wait for it. */
    record Held(Delivery delivery, Hold hold) implements TaskEvent {}

    /**
     * Its time was over before it ran, or before it could run again; it never will. Celery: {@code task-revoked(expired=True)}.
     *
     * @param queue where it was to wait, or waited
     * @param foundBy who found that out
     */
    record Expired(TaskMessage message, String queue, FoundBy foundBy) implements TaskEvent {

        /** Who can find out that a task has expired. */
        public enum FoundBy {
            /** The sender, who then sends nothing. */
            SENDER,
            /** The broker, which then drops it to its expiry queue. */
            BROKER,
            /** A worker, before it runs the body or sends a retry. */
            WORKER
        }
    }

    /**
     * Somebody has revoked it, and it ends by that.
     *
     * @param terminated whether it had begun, and was interrupted
     * @param by what was revoked, such as {@code id 17} or {@code context request_id=abc}
     */
    record Revoked(Delivery delivery, boolean terminated, String by) implements TaskEvent {}

    /** It is paused, or its queue is, and went back to the broker until then. */
    record Paused(Delivery delivery, Pause pause, Instant until) implements TaskEvent {}

    /**
     * It came to a worker again, after its end or its revocation was kept, and is only acknowledged.
     */
    record Repeated(Delivery delivery) implements TaskEvent {}

    /** A worker could not read it, or its body refused it; the worker moves it to the dead-letter queue. */
    record Rejected(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** No worker here knows a task of this name; it moves to the dead-letter queue. Celery: {@code task_unknown}. */
    record NotFound(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** The transport could not read a message, so that it is not known to be a task at all. */
    record Unreadable(String queue, String messageId, Rejection rejection) implements TaskEvent {}
}
