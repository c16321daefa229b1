package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.Acks;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.workflow.FollowUp;
import no.abakus.tasks.workflow.WorkflowAdvance;

/**
 * Records how an execution ended and, in the same transaction, sends its follow-up messages: a retry, links or error
 * links. If there are no such messages, the record shares its transaction with other executions that end at about the
 * same time.
 *
 * <p>The event is published after the commit, and then the delivery is acknowledged. If the acknowledgement is lost,
 * the broker redelivers the message, and the record shows that it is a repetition. If no record is kept, there is no
 * transaction, unless the task must never start twice. Thread-safe.
 */
final class Settlements {

    private static final Log log = Log.get("no.abakus.tasks");

    private final TaskRecords records;
    private final WorkflowAdvance workflow;
    private final Publisher publisher;
    private final Claims claims;
    private final Unsettled unsettled;

    Settlements(
            TaskRecords records, WorkflowAdvance workflow, Publisher publisher, Claims claims, Unsettled unsettled) {
        this.records = records;
        this.workflow = workflow;
        this.publisher = publisher;
        this.claims = claims;
        this.unsettled = unsettled;
    }

    /** Whether nothing was recorded because the id belongs to another task. */
    boolean isForeign(Execution execution, Outcome settled) {
        return settled instanceof Outcome.Repeated && records.isForeign(execution.message(), execution.tracking());
    }

    /**
     * Records this outcome and returns it. If its follow-up messages can never be sent, a success or a retry becomes a
     * failure. Returns {@link Outcome.Repeated} if an outcome was already recorded.
     */
    Outcome settle(Execution execution, Outcome outcome) {
        if (!execution.acks().beginsOnce()) {
            return kept(execution, outcome);
        }
        try {
            Outcome settled = kept(execution, outcome);
            claims.done(execution.message());
            return settled;
        } catch (OperationalException e) {
            // The task is not redelivered, so the outcome stays in memory until it can be recorded.
            unsettled.add(execution, () -> kept(execution, outcome));
            throw e;
        }
    }

    private Outcome kept(Execution execution, Outcome outcome) {
        if (!execution.tracking().keeps(outcome.state())) {
            return withoutRecord(execution, outcome);
        }
        try {
            if (standsAlone(execution, outcome)) {
                return alone(execution, outcome);
            }
            return together(execution, outcome, () -> followUp(execution, outcome));
        } catch (OperationalException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // The application's router, serializer or result may throw anything.
            return withoutFollowUp(execution, outcome, e);
        }
    }

    /** Whether the record is the only work of its transaction. */
    private boolean standsAlone(Execution execution, Outcome outcome) {
        return outcome.state().isFinal()
                && !execution.acks().beginsOnce()
                && execution.message().followUps().isEmpty()
                && !records.isWithinTransaction();
    }

    private Outcome alone(Execution execution, Outcome outcome) {
        boolean isFirst =
                records.endAlone(execution.message(), execution.tracking(), ending(execution, outcome, FollowUp.NONE));
        return isFirst ? outcome : new Outcome.Repeated();
    }

    private Outcome withoutRecord(Execution execution, Outcome outcome) {
        if (!execution.acks().beginsOnce()) {
            sendNextExecution(execution, outcome);
            return outcome;
        }
        return records.together(() -> {
            sendNextExecution(execution, outcome);
            endClaim(execution, outcome);
            return outcome;
        });
    }

    private Outcome together(Execution execution, Outcome outcome, Supplier<FollowUp> following) {
        return records.together(() -> within(execution, outcome, following));
    }

    /**
     * Like {@link #settle}, but in the thread's transaction, which rolls back if anything cannot be recorded or sent.
     */
    Outcome settleWithin(Execution execution, Outcome outcome) {
        return within(execution, outcome, () -> followUp(execution, outcome));
    }

    private Outcome within(Execution execution, Outcome outcome, Supplier<FollowUp> following) {
        FollowUp next = following.get();
        boolean isFirst = records.end(execution.message(), execution.tracking(), ending(execution, outcome, next));
        if (isFirst) {
            sendNextExecution(execution, outcome);
            next.send();
        }
        endClaim(execution, outcome);
        return isFirst ? outcome : new Outcome.Repeated();
    }

    private void endClaim(Execution execution, Outcome outcome) {
        if (!execution.acks().beginsOnce()) {
            return;
        }
        if (outcome instanceof Outcome.Requeued || outcome instanceof Outcome.GivenBack) {
            claims.release(execution.message());
        } else if (outcome instanceof Outcome.Rejected rejected
                && execution.acks().acks() != Acks.EARLY) {
            claims.reject(execution.message(), rejected.rejection().reason());
        } else {
            claims.end(execution.message());
        }
    }

    /**
     * Handles follow-up messages that can never be sent, or an outcome that can never be recorded. A task that
     * succeeded or was granted a retry fails instead. A failed task stays failed.
     */
    private Outcome withoutFollowUp(Execution execution, Outcome outcome, Throwable reason) {
        if (outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.Retried) {
            Outcome failed = new Outcome.Failed(reason);
            try {
                return together(execution, failed, () -> followUp(execution, failed));
            } catch (OperationalException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                reason.addSuppressed(e);
                return together(execution, failed, () -> FollowUp.NONE);
            }
        }
        log.error("task_follow_up_failed", reason);
        return together(execution, outcome, () -> FollowUp.NONE);
    }

    private void sendNextExecution(Execution execution, Outcome outcome) {
        if (outcome instanceof Outcome.Retried retried) {
            publisher.republish(
                    execution.delivery().route(), execution.message().retriedAt(retried.eta()));
        } else if (outcome instanceof Outcome.Requeued requeued) {
            publisher.republish(
                    execution.delivery().route(), execution.message().dueAt(requeued.eta()));
        } else if (outcome instanceof Outcome.GivenBack back) {
            publisher.republish(
                    execution.delivery().route(), execution.message().returned(back.returns(), back.eta()));
        }
    }

    private FollowUp followUp(Execution execution, Outcome outcome) {
        TaskMessage message = execution.message();
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return workflow.afterSuccess(message, succeeded.result());
        }
        if (outcome.state() == TaskState.FAILURE || outcome.state() == TaskState.REJECTED) {
            return workflow.afterFailure(message, failedTask(message, outcome));
        }
        return FollowUp.NONE;
    }

    private static FailedTask failedTask(TaskMessage message, Outcome outcome) {
        return new FailedTask(
                message.id(),
                message.task(),
                outcome.state(),
                failure(outcome).orElseThrow(),
                message.retries(),
                message.rootId(),
                message.parentId(),
                message.context().toMap());
    }

    private static TaskRecords.Ending ending(Execution execution, Outcome outcome, FollowUp next) {
        List<String> children = new ArrayList<>(execution.children().ids());
        children.addAll(next.ids());
        Optional<StoredValue> result =
                outcome instanceof Outcome.Succeeded succeeded ? succeeded.stored() : Optional.empty();
        Optional<Instant> nextAt =
                outcome instanceof Outcome.Retried retried ? Optional.of(retried.eta()) : Optional.empty();
        return new TaskRecords.Ending(outcome.state(), execution.begun(), result, failure(outcome), children, nextAt);
    }

    private static Optional<TaskFailure> failure(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(TaskFailure.of(failed.thrown()));
        }
        if (outcome instanceof Outcome.Retried retried) {
            return retried.cause().map(TaskFailure::of);
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return Optional.of(TaskFailure.of(
                    rejected.rejection().reason().code(), rejected.rejection().detail()));
        }
        return Optional.empty();
    }
}
