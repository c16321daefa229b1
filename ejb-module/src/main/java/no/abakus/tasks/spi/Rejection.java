package no.abakus.tasks.spi;

/**
 * Why a message could not be handled.
 *
 * @param reason the reason code
 * @param detail the reason in words: what is wrong, where, and which values are valid
 */
public record Rejection(Reason reason, String detail) {

    /** The reason codes. A dead letter has its code in the property {@code abakus_dead_reason}. */
    public enum Reason {
        /** The message is neither a text message nor a bytes message. */
        MESSAGE_TYPE("message-type"),
        /** A property that every task message must have is missing. */
        MISSING_PROPERTY("missing-property"),
        /** A property has an invalid value. */
        INVALID_PROPERTY("invalid-property"),
        /** The message uses a later version of the wire format. */
        WIRE_VERSION("wire-version"),
        /** The body is larger than {@code abakus.tasks.message.max-body-size}. */
        TOO_LARGE("too-large"),
        /** This node accepts no serializer for the content type. */
        CONTENT_TYPE("content-type"),
        /** This node does not know the compressor. */
        COMPRESSION("compression"),
        /** The body does not match its content type. */
        UNREADABLE_BODY("unreadable-body"),
        /** This node does not know the task. */
        UNKNOWN_TASK("unknown-task"),
        /** The arguments do not fit the task's parameters. */
        ARGUMENTS("arguments"),
        /** The task method refused the task with {@link no.abakus.tasks.Reject}. */
        REFUSED("refused"),
        /** The message's id belongs to another task, or to another send of the same task. */
        FOREIGN_ID("foreign-id"),
        /** The number of servers that died while running the task has reached the limit. */
        WORKER_LOST("worker-lost"),
        /**
         * The number of times that the task was returned to the broker has reached the limit, although there was no
         * outage that would affect other tasks too.
         */
        GIVEN_UP("given-up"),
        /** A bug in the task system; the log has the stack trace. */
        UNEXPECTED("unexpected");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Returns the reason as written in the message property and in the log. */
        public String code() {
            return code;
        }
    }
}
