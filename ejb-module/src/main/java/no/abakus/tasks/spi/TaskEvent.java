package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.WorkerLostException;

/** An event in the life of a task. */
public sealed interface TaskEvent {

    /**
     * A task was sent. If it was sent in a transaction, this event is published after the commit, and not at all after
     * a rollback. Celery: {@code task-sent}.
     *
     * @param message the message, without its body if it was sent in a transaction, so that a transaction with many
     *     sends needs little memory
     * @param route where the message was sent
     */
    record Sent(TaskMessage message, Route route) implements TaskEvent {}

    /**
     * A worker starts the task.
     *
     * @param waited how long the task waited after it was due
     */
    record Started(Delivery delivery, Duration waited) implements TaskEvent {}

    /**
     * The task succeeded.
     *
     * @param took how long the task method ran
     * @param waited how long the task waited after it was due
     */
    record Succeeded(Delivery delivery, Duration took, Duration waited) implements TaskEvent {}

    /**
     * The task failed with an exception.
     *
     * @param took how long the task method ran
     * @param thrown the exception
     * @param expected whether the task declares the exception in {@code throwsExpected}
     */
    record Failed(Delivery delivery, Duration took, Throwable thrown, boolean expected) implements TaskEvent {

        /** Creates a failure with an unexpected exception. */
        public Failed(Delivery delivery, Duration took, Throwable thrown) {
            this(delivery, took, thrown, false);
        }
    }

    /**
     * The task's node died while running the task, after the message had been acknowledged. Another node, or the same
     * node after its restart, detected this.
     *
     * @param claim the claim of the execution
     * @param failure the failure of the task
     */
    record Lost(Claim claim, WorkerLostException failure) implements TaskEvent {}

    /** The task method threw {@link no.abakus.tasks.Ignore}, so the task neither succeeded nor failed. */
    record Ignored(Delivery delivery, Duration took, String reason) implements TaskEvent {}

    /**
     * The message was returned to the queue because the task method threw {@link no.abakus.tasks.Reject} or this node
     * could not finish the task. Celery: {@code task-rejected}.
     */
    record Requeued(Delivery delivery, Duration took, Instant eta, String reason) implements TaskEvent {}

    /** The task will be retried, and the message for the retry was sent. */
    record Retrying(Delivery delivery, Duration took, Instant eta, Optional<Throwable> cause) implements TaskEvent {}

    /** The task has reached its soft time limit and is asked to stop. */
    record SoftLimitReached(Delivery delivery, Duration limit) implements TaskEvent {}

    /**
     * The task has reached its time limit and fails; its method is interrupted and abandoned.
     *
     * @param exceeded the exception; its stack trace shows where the task method was
     * @param thread the name of the thread that runs the task method
     * @param abandoned how many abandoned task methods are still running on this node, including this one
     */
    record Abandoned(Delivery delivery, TimeLimitExceeded exceeded, String thread, int abandoned)
            implements TaskEvent {}

    /** The task was delivered before its turn under a rate limit, and was returned to the broker to wait. */
    record Held(Delivery delivery, Hold hold) implements TaskEvent {}

    /**
     * The task expired before it ran or was retried, and will not run. Celery: {@code task-revoked(expired=True)}.
     *
     * @param queue the task's queue
     * @param foundBy who detected that the task has expired
     */
    record Expired(TaskMessage message, String queue, FoundBy foundBy) implements TaskEvent {

        /** Who can detect that a task has expired. */
        public enum FoundBy {
            /** The sender, which then sends nothing. */
            SENDER,
            /** The broker, which then moves the message to its expiry queue. */
            BROKER,
            /** A worker, before it runs the task method or sends a retry. */
            WORKER
        }
    }

    /**
     * The task ended because it was revoked.
     *
     * @param terminated whether the task was running and was interrupted
     * @param by the selection that was revoked, such as {@code id 17} or {@code context request_id=abc}
     */
    record Revoked(Delivery delivery, boolean terminated, String by) implements TaskEvent {}

    /** The task or its queue is paused, and the message was returned to the broker until {@code until}. */
    record Paused(Delivery delivery, Pause pause, Instant until) implements TaskEvent {}

    /** The task was redelivered after its outcome or revocation had been stored. The message is only acknowledged. */
    record Repeated(Delivery delivery) implements TaskEvent {}

    /**
     * A worker rejects the task, for example because it cannot read the message or because the task method refused the
     * task. The worker moves the message to the dead-letter queue, unless the message is already acknowledged.
     */
    record Rejected(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /** This node does not know the task. Its message moves to the dead-letter queue. Celery: {@code task_unknown}. */
    record NotFound(Delivery delivery, Rejection rejection) implements TaskEvent {}

    /**
     * The transport could not read a message, or handling the message failed unexpectedly. The message may not be a
     * task at all. It moves to the dead-letter queue.
     */
    record Unreadable(String queue, String messageId, Rejection rejection) implements TaskEvent {}
}
