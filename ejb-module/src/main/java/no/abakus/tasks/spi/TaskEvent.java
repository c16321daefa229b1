package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.WorkerLostException;

/** An event in the life of a task. */
public sealed interface TaskEvent {

    /** A task was sent. Celery: {@code task-sent}. */
    record Sent(TaskMessage message, Route route) implements TaskEvent {}

    /**
     * A worker begins to run the task.
     *
     * @param waited how long it waited since it was due
     */
    record Started(Delivery delivery, Duration waited) implements TaskEvent {}

    /**
     * The task succeeded.
     *
     * @param took how long the body ran
     * @param waited how long it had waited since it was due
     */
    record Succeeded(Delivery delivery, Duration took, Duration waited) implements TaskEvent {}

    /**
     * The task failed with an exception.
     *
     * @param took how long the body ran
     * @param thrown the exception
     * @param expected whether the task declares it in {@code throwsExpected}
     */
    record Failed(Delivery delivery, Duration took, Throwable thrown, boolean expected) implements TaskEvent {

        /** A failure with an unexpected exception. */
        public Failed(Delivery delivery, Duration took, Throwable thrown) {
            this(delivery, took, thrown, false);
        }
    }

    /**
     * The task's node died while running it, after the message was acknowledged, and another node, or the same one
     * after its restart, has noticed.
     *
     * @param claim what is known about the execution
     * @param failure what the task failed with
     */
    record Lost(Claim claim, WorkerLostException failure) implements TaskEvent {}

    /** The body threw {@link no.abakus.tasks.Ignore}: neither success nor failure. */
    record Ignored(Delivery delivery, Duration took, String reason) implements TaskEvent {}

    /**
     * The message went back to the queue, because the body threw {@link no.abakus.tasks.Reject} or this node could not
     * finish it. Celery: {@code task-rejected}.
     */
    record Requeued(Delivery delivery, Duration took, Instant eta, String reason) implements TaskEvent {}

    /** The task asked to be run again, and a message for that was sent. */
    record Retrying(Delivery delivery, Duration took, Instant eta, Optional<Throwable> cause) implements TaskEvent {}

    /** The task has reached its soft time limit and is asked to end. */
    record SoftLimitReached(Delivery delivery, Duration limit) implements TaskEvent {}

    /**
     * The task has reached its time limit and fails; its body is interrupted and abandoned.
     *
     * @param exceeded shows where the body was
     * @param thread the name of the thread that runs it
     * @param abandoned how many such bodies still run on this node, including this one
     */
    record Abandoned(Delivery delivery, TimeLimitExceeded exceeded, String thread, int abandoned)
            implements TaskEvent {}

    /** The task came before its turn under a rate limit, and went back to the broker to wait for it. */
    record Held(Delivery delivery, Hold hold) implements TaskEvent {}

    /**
     * The task expired before it ran or could run again; it never will. Celery: {@code task-revoked(expired=True)}.
     *
     * @param queue where it was to wait, or waited
     * @param foundBy who noticed
     */
    record Expired(TaskMessage message, String queue, FoundBy foundBy) implements TaskEvent {

        /** Who can notice that a task has expired. */
        public enum FoundBy {
            /** The sender, which then sends nothing. */
            SENDER,
            /** The broker, which then moves it to its expiry queue. */
            BROKER,
            /** A worker, before it runs the body or sends a retry. */
            WORKER
        }
    }

    /**
     * The task was revoked, and ends for that reason.
     *
     * @param terminated whether it had begun and was interrupted
     * @param by what was revoked, such as {@code id 17} or {@code context request_id=abc}
     */
    record Revoked(Delivery delivery, boolean terminated, String by) implements TaskEvent {}

    /** The task or its queue is paused, and the message went back to the broker until then. */
    record Paused(Delivery delivery, Pause pause, Instant until) implements TaskEvent {}

    /** The task was delivered again after its end or its revocation had been stored; it is only acknowledged. */
    record Repeated(Delivery delivery) implements TaskEvent {}

    /** A worker could not read the task, or its body refused it; the worker moves it to the dead-letter queue. */
    record Rejected(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** No worker here knows a task of this name; it moves to the dead-letter queue. Celery: {@code task_unknown}. */
    record NotFound(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** The transport could not read a message, so it is not even known to be a task. */
    record Unreadable(String queue, String messageId, Rejection rejection) implements TaskEvent {}
}
