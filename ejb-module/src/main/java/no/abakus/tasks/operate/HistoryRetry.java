package no.abakus.tasks.operate;

/** The outcome of a request to send a failed task again. */
public sealed interface HistoryRetry {

    /**
     * It was sent.
     *
     * @param taskId the id of the new task
     */
    record Sent(String taskId) implements HistoryRetry {}

    /**
     * It was not sent.
     *
     * @param reason why not
     */
    record Refused(Reason reason) implements HistoryRetry {}

    /** Why a task cannot be sent again. */
    enum Reason {
        /** The history has no such task. */
        NOT_FOUND("not-found", "The history has no task with this id"),
        /** It did not fail. */
        NOT_FAILED("not-failed", "The task's last execution did not fail"),
        /** It was sent again before. */
        ALREADY_RETRIED("already-retried", "The task was sent again before"),
        /** Its body is not kept, because it is too large or the task forbids it. */
        BODY_NOT_KEPT("body-not-kept", "The history did not keep the body of the message");

        private final String code;
        private final String sentence;

        Reason(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** The reason as a stable code. */
        public String code() {
            return code;
        }

        /** The reason in words. */
        public String sentence() {
            return sentence;
        }
    }
}
