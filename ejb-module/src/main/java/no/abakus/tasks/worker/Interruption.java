package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.SoftTimeLimitExceeded;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskInterruptedException;
import no.abakus.tasks.TimeLimitExceeded;

/** The reason why a running task is asked to end. An interrupt alone carries no reason. */
public sealed interface Interruption {

    /** The exception that {@link no.abakus.tasks.TaskRequest#checkpoint()} throws in this task. */
    TaskException exception(String task);

    /** The task has reached its soft time limit. */
    record SoftLimit(Duration limit) implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new SoftTimeLimitExceeded(task, limit);
        }
    }

    /** The task has reached its hard time limit and has already failed. */
    record HardLimit(Duration limit) implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TimeLimitExceeded(task, limit);
        }
    }

    /** The task was revoked with a request to terminate it. */
    record Terminated() implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TaskInterruptedException(task, "the task was revoked and must be terminated");
        }
    }

    /** The node is stopping. {@link HandleInterruption} decides the outcome of a task that then throws. */
    record Stopping() implements Interruption {
        @Override
        public TaskException exception(String task) {
            return new TaskInterruptedException(task, "its node is stopping");
        }
    }
}
