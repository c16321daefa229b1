package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Settlement;
import no.abakus.tasks.spi.StoredValue;

/** How one execution ended. */
sealed interface Outcome {

    /** The state the task is in now. */
    TaskState state();

    /** What the transport is to do with the message. */
    default Settlement settlement() {
        return Settlement.ACKNOWLEDGE;
    }

    /**
     * The body answered.
     *
     * @param result what it answered
     * @param stored the same as it is stored, where somebody wants it
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
     * The message is a repetition: its execution was over before, and only its acknowledgement was lost; or the task was
     * revoked. Nothing was run.
     */
    record Repeated() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.UNKNOWN;
        }
    }

    /** The body asked to be run again and may; a message for that is to be sent. */
    record Retried(Instant eta, Optional<Throwable> cause) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.RETRY;
        }
    }

    /** Its time was over. */
    record Expired() implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.EXPIRED;
        }
    }

    /**
     * Somebody has revoked it.
     *
     * @param terminated whether it had begun, and was interrupted
     * @param by what was revoked, for a reader
     */
    record Revoked(boolean terminated, String by) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.REVOKED;
        }
    }

    /** The body does not want to have happened: it has neither succeeded nor failed, and nothing follows. */
    record Ignored(String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.IGNORED;
        }
    }

    /** The body gave its message back, for another worker: the same message, due a little later. */
    record Requeued(Instant eta, String reason) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** This node could not run it to its end, through no fault of the task: the same message, due a little later. */
    record GivenBack(Returns returns, Instant eta, String detail) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** It has to wait, for its turn under a rate limit or for what is not certain yet; a message for that is sent. */
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

    /** It ended well and is settled already, together with the work of its body. */
    record Settled(Outcome outcome) implements Outcome {
        @Override
        public TaskState state() {
            return outcome.state();
        }
    }

    /** The message was not understood, or refused by the body. */
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
