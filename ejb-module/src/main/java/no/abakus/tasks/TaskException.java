package no.abakus.tasks;

/** What all exceptions of the task system have in common: each says what, which, what would be valid, what is next. */
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
