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

    /** The state the task is in now. */
    TaskState state();

    /** What the transport does with the message. */
    default Settlement settlement() {
        return Settlement.ACKNOWLEDGE;
    }

    /**
     * The body returned.
     *
     * @param result what it returned
     * @param stored the result as it is stored, if anybody wants it
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

    /** The body threw. */
    record Failed(Throwable thrown) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.FAILURE;
        }
    }

    /**
     * Nothing was run: the task was revoked, or the message is a repetition. In a repetition, the execution was already
     * over and only its acknowledgement was lost.
     */
    record Repeated() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.UNKNOWN;
        }
    }

    /** The body asked to be run again and may; the message for that is still to be sent. */
    record Retried(Instant eta, Optional<Throwable> cause) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.RETRY;
        }
    }

    /** The task has expired. */
    record Expired() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.EXPIRED;
        }
    }

    /**
     * The task was revoked.
     *
     * @param terminated whether it had begun and was interrupted
     * @param by what was revoked, for a reader
     */
    record Revoked(boolean terminated, String by) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.REVOKED;
        }
    }

    /** The body asked to be ignored: the task has neither succeeded nor failed, and nothing follows. */
    record Ignored(String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.IGNORED;
        }
    }

    /** The body gave its message back for another worker: the same message, due a little later. */
    record Requeued(Instant eta, String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** This node could not complete the task, through no fault of the task: the same message, due a little later. */
    record GivenBack(Returns returns, Instant eta, String detail) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /**
     * The task must wait, for its turn under a rate limit or until something is certain; the message for that is sent.
     */
    record Held() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** It was handed to a slot and is acknowledged; its outcome comes later. */
    record HandedOver() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.STARTED;
        }
    }

    /** It succeeded, and was settled together with the work of its body. */
    record Settled(Outcome outcome) implements Outcome {
        @Override
        public TaskState state() {
            return outcome.state();
        }
    }

    /** The message was not understood, or the body refused it. */
    record Rejected(Rejection rejection) implements Outcome {
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
