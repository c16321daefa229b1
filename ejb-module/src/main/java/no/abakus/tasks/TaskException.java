package no.abakus.tasks;

/**
 * The base of all exceptions of the task system. Each message says what is wrong, where, which values are valid, and
 * what to do.
 */
public abstract sealed class TaskException extends RuntimeException
        permits MaxRetriesExceededException,
                OperationalException,
                ResultTimeoutException,
                SoftTimeLimitExceeded,
                TaskArgumentException,
                TaskFailedException,
                TaskInterruptedException,
                TaskNotFoundException,
                TaskOptionException,
                TimeLimitExceeded,
                WorkerLostException {

    TaskException(String message, Throwable cause) {
        super(message, cause);
    }
}
