package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.SoftTimeLimitExceeded;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskInterruptedException;
import no.abakus.tasks.TimeLimitExceeded;

/** Why a running body is asked to end; an interrupt alone would not say. */
public sealed interface Interruption {

    /** What {@link no.abakus.tasks.TaskRequest#checkpoint()} throws in a body of this task. */
    TaskException exception(String task);

    /** It has reached its soft time limit. */
    record SoftLimit(Duration limit) implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new SoftTimeLimitExceeded(task, limit);
        }
    }

    /** It has reached its time limit and has already failed. */
    record HardLimit(Duration limit) implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TimeLimitExceeded(task, limit);
        }
    }

    /** It was revoked with the request to terminate it. */
    record Terminated() implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TaskInterruptedException(task, "it was revoked, and is to be terminated");
        }
    }

    /** Its node stops; it will run again. */
    record Stopping() implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TaskInterruptedException(task, "its node stops, and the task is handed back to the queue");
        }
    }
}
