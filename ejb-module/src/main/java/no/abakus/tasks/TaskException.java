package no.abakus.tasks;

/** The superclass of most exceptions of this API. The messages say what is wrong and what to do. */
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
