package no.abakus.tasks.operate;

/** The outcome of a request to send a failed task again. */
public sealed interface HistoryRetry {

    /**
     * The task was sent again.
     *
     * @param taskId the id of the new task
     */
    record Sent(String taskId) implements HistoryRetry {}

    /**
     * The task was not sent again.
     *
     * @param reason why it was not sent again
     */
    record Refused(Reason reason) implements HistoryRetry {}

    /** Why a task cannot be sent again. */
    enum Reason {
        /** The history has no such task. */
        NOT_FOUND("not-found", "The history has no task with this id"),
        /** The task's last execution did not fail. */
        NOT_FAILED("not-failed", "The task's last execution did not fail"),
        /** The task was sent again before. */
        ALREADY_RETRIED("already-retried", "The task was sent again before"),
        /**
         * The history did not keep the message body, for example because it is too large or the task forbids keeping
         * it.
         */
        BODY_NOT_KEPT("body-not-kept", "The history did not keep the body of the message");

        private final String code;
        private final String sentence;

        Reason(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** Returns the reason as a stable code. */
        public String code() {
            return code;
        }

        /** Returns the reason in words. */
        public String sentence() {
            return sentence;
        }
    }
}
