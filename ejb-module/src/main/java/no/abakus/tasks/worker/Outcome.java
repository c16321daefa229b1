package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Returns;

/** How one execution ended. */
sealed interface Outcome {

    /** Who records an outcome and sends the follow-up messages. */
    enum Settler {
        /** {@link SettleExecution}: the task has run. */
        EXECUTION,
        /** {@link SettleDeadLetter}: the message was rejected, or the task has expired or was revoked. */
        DEAD_LETTER,
        /** The slot that the task was handed to. The slot records the outcome later, on another thread. */
        SLOT,
        /** No one: the outcome is already settled, or there is none yet. */
        NOBODY
    }

    /** The state the task is in now. */
    TaskState state();

    /** Who records this outcome and sends the follow-up messages. */
    default Settler settler() {
        return Settler.EXECUTION;
    }

    /** How the transport settles the message. */
    default Settlement settlement() {
        return Settlement.ACKNOWLEDGE;
    }

    /**
     * The task method returned.
     *
     * @param result the returned value
     * @param stored the result as it is stored; empty if it is not stored
     */
    record Succeeded(Object result, Optional<StoredValue> stored) implements Outcome {

        Succeeded(Object result) {
            this(result, Optional.empty());
        }

        @Override
        public TaskState state() {
            return TaskState.SUCCESS;
        }
    }

    /** The task failed, usually because its method threw. */
    record Failed(Throwable thrown) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.FAILURE;
        }
    }

    /**
     * This delivery has no effect, because the task was revoked or has already ended. For example, the acknowledgement
     * of an earlier delivery was lost.
     */
    record Repeated() implements Outcome {
        @Override
        public Settler settler() {
            return Settler.NOBODY;
        }

        @Override
        public TaskState state() {
            return TaskState.UNKNOWN;
        }
    }

    /** An earlier delivery of the message was rejected, but its dead letter may not have been sent. */
    record RejectedBefore(Rejection rejection) implements Outcome {
        @Override
        public Settler settler() {
            return Settler.NOBODY;
        }

        @Override
        public TaskState state() {
            return TaskState.REJECTED;
        }

        @Override
        public Settlement settlement() {
            return new Settlement.DeadLetter(rejection);
        }
    }

    /** The task was granted a retry. The message of the retry is not sent yet. */
    record Retried(Instant eta, Optional<Throwable> cause) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.RETRY;
        }
    }

    /** The task has expired. */
    record Expired() implements Outcome {
        @Override
        public Settler settler() {
            return Settler.DEAD_LETTER;
        }

        @Override
        public TaskState state() {
            return TaskState.EXPIRED;
        }
    }

    /**
     * The task was revoked.
     *
     * @param terminated whether the task had started and was interrupted
     * @param by describes the revocation for a human reader
     */
    record Revoked(boolean terminated, String by) implements Outcome {
        @Override
        public Settler settler() {
            return Settler.DEAD_LETTER;
        }

        @Override
        public TaskState state() {
            return TaskState.REVOKED;
        }
    }

    /** The task asked to be ignored. It has neither succeeded nor failed, and no links are sent. */
    record Ignored(String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.IGNORED;
        }
    }

    /** The task asked to be delivered again, or its node is stopping. The same message is sent again. */
    record Requeued(Instant eta, String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** This node could not complete the task, through no fault of the task. The same message is due a little later. */
    record GivenBack(Returns returns, Instant eta, String detail) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** The task must wait, for example for its turn under a rate limit. The delayed message has been sent. */
    record Held() implements Outcome {
        @Override
        public Settler settler() {
            return Settler.NOBODY;
        }

        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** The task was handed to a slot and is acknowledged. Its outcome follows later. */
    record HandedOver() implements Outcome {
        @Override
        public Settler settler() {
            return Settler.SLOT;
        }

        @Override
        public TaskState state() {
            return TaskState.STARTED;
        }
    }

    /** The task succeeded. Its outcome was recorded in the same transaction as its own work. */
    record Settled(Outcome outcome) implements Outcome {
        @Override
        public Settler settler() {
            return Settler.NOBODY;
        }

        @Override
        public TaskState state() {
            return outcome.state();
        }
    }

    /**
     * The message was rejected, for example because it could not be read, or because the task threw
     * {@link no.abakus.tasks.Reject}.
     */
    record Rejected(Rejection rejection) implements Outcome {
        @Override
        public Settler settler() {
            return Settler.DEAD_LETTER;
        }

        @Override
        public TaskState state() {
            return TaskState.REJECTED;
        }

        @Override
        public Settlement settlement() {
            return new Settlement.DeadLetter(rejection);
        }
    }
}
