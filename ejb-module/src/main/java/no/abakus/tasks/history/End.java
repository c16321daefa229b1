package no.abakus.tasks.history;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;

/**
 * How an execution ended, as an event reports it.
 *
 * @param state the state that it ended in
 * @param delivery the delivery, if the event has it
 * @param message the message, if the event has it
 * @param queue the queue, if known
 * @param id the task's id
 * @param task the task's name
 * @param retries how many times the task had been retried before this execution
 * @param took how long the task method ran, if it ran
 * @param failure the exception, or the reason of a rejection
 * @param why the code of a rejection, why the task was revoked or ignored, or when it expired
 */
record End(
        TaskState state,
        Optional<Delivery> delivery,
        Optional<TaskMessage> message,
        Optional<String> queue,
        String id,
        String task,
        int retries,
        Optional<Duration> took,
        Optional<TaskFailure> failure,
        Optional<String> why) {

    /** The task name of messages that could not be read. */
    static final String UNREADABLE = "(unreadable)";

    /** Returns how the event's execution ended; empty if the event does not report an outcome. */
    static Optional<End> of(TaskEvent event) {
        if (event instanceof TaskEvent.Succeeded succeeded) {
            return ran(TaskState.SUCCESS, succeeded.delivery(), succeeded.took(), Optional.empty(), Optional.empty());
        }
        if (event instanceof TaskEvent.Failed failed) {
            return ran(
                    TaskState.FAILURE,
                    failed.delivery(),
                    failed.took(),
                    Optional.of(TaskFailure.of(failed.thrown())),
                    Optional.empty());
        }
        if (event instanceof TaskEvent.Retrying retrying) {
            return ran(
                    TaskState.RETRY,
                    retrying.delivery(),
                    retrying.took(),
                    retrying.cause().map(TaskFailure::of),
                    Optional.empty());
        }
        if (event instanceof TaskEvent.Ignored ignored) {
            return ran(
                    TaskState.IGNORED,
                    ignored.delivery(),
                    ignored.took(),
                    Optional.empty(),
                    Optional.of(ignored.reason()));
        }
        if (event instanceof TaskEvent.Revoked revoked) {
            return delivered(
                    TaskState.REVOKED,
                    revoked.delivery(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("revoked by " + revoked.by()));
        }
        return withoutRun(event);
    }

    private static Optional<End> withoutRun(TaskEvent event) {
        if (event instanceof TaskEvent.Rejected rejected) {
            return delivered(
                    TaskState.REJECTED,
                    rejected.delivery(),
                    Optional.empty(),
                    Optional.of(failure(rejected.rejection())),
                    Optional.of(rejected.rejection().reason().code()));
        }
        if (event instanceof TaskEvent.Expired expired) {
            TaskMessage message = expired.message();
            return Optional.of(new End(
                    TaskState.EXPIRED,
                    Optional.empty(),
                    Optional.of(message),
                    Optional.of(expired.queue()),
                    message.id(),
                    message.task(),
                    message.retries(),
                    Optional.empty(),
                    Optional.empty(),
                    message.extras().expires().map(at -> "expired at " + at)));
        }
        if (event instanceof TaskEvent.Lost lost) {
            Claim claim = lost.claim();
            return Optional.of(unread(
                    TaskState.FAILURE,
                    Optional.empty(),
                    claim.id(),
                    claim.task(),
                    claim.execution(),
                    TaskFailure.of(lost.failure()),
                    Optional.empty()));
        }
        if (event instanceof TaskEvent.Unreadable unreadable) {
            Rejection rejection = unreadable.rejection();
            return Optional.of(unread(
                    TaskState.REJECTED,
                    Optional.of(unreadable.queue()),
                    unreadable.messageId(),
                    UNREADABLE,
                    0,
                    failure(rejection),
                    Optional.of(rejection.reason().code())));
        }
        return Optional.empty();
    }

    private static TaskFailure failure(Rejection rejection) {
        return TaskFailure.of(rejection.reason().code(), rejection.detail());
    }

    private static Optional<End> ran(
            TaskState state, Delivery delivery, Duration took, Optional<TaskFailure> failure, Optional<String> why) {
        return delivered(state, delivery, Optional.of(took), failure, why);
    }

    private static Optional<End> delivered(
            TaskState state,
            Delivery delivery,
            Optional<Duration> took,
            Optional<TaskFailure> failure,
            Optional<String> why) {
        TaskMessage message = delivery.message();
        return Optional.of(new End(
                state,
                Optional.of(delivery),
                Optional.of(message),
                Optional.of(delivery.route().queue()),
                message.id(),
                message.task(),
                message.retries(),
                took,
                failure,
                why));
    }

    private static End unread(
            TaskState state,
            Optional<String> queue,
            String id,
            String task,
            int execution,
            TaskFailure failure,
            Optional<String> why) {
        return new End(
                state,
                Optional.empty(),
                Optional.empty(),
                queue,
                // A broker may deliver a message without an id.
                id == null ? "" : id,
                task,
                execution,
                Optional.empty(),
                Optional.of(failure),
                why);
    }
}
