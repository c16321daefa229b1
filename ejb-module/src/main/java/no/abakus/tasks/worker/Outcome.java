package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Settlement;

/** How one execution ended. */
sealed interface Outcome {

    /** The state the task is in now. */
    TaskState state();

    /** What the transport is to do with the message. */
    default Settlement settlement() {
        return Settlement.ACKNOWLEDGE;
    }

    /** The body answered. */
    record Succeeded(Object result) implements Outcome {
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

    /** The body asked to be run again, and a message for that is sent. */
    record Retried(Instant eta, Optional<Throwable> cause) implements Outcome {
        @Override
        public TaskState state() {
            return TaskState.RETRY;
        }
    }

    /** The message was not understood. */
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
