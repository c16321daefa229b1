package no.abakus.tasks.spi;

/**
 * Why a message could not be handled.
 *
 * @param reason the kind of reason
 * @param detail the reason in words: what is wrong, where, and what would be valid
 */
public record Rejection(Reason reason, String detail) {

    /** The kinds of reason; their codes are in the dead letter's property {@code abakus_dead_reason}. */
    public enum Reason {
        /** Neither a text nor a bytes message. */
        MESSAGE_TYPE("message-type"),
        /** A property that every task message has is missing. */
        MISSING_PROPERTY("missing-property"),
        /** A property has an invalid value. */
        INVALID_PROPERTY("invalid-property"),
        /** The message uses a later version of the wire format. */
        WIRE_VERSION("wire-version"),
        /** The body is larger than {@code abakus.tasks.message.max-body-size}. */
        TOO_LARGE("too-large"),
        /** No serializer of this content type is accepted here. */
        CONTENT_TYPE("content-type"),
        /** No compressor of this name is known here. */
        COMPRESSION("compression"),
        /** The body is not what its content type says. */
        UNREADABLE_BODY("unreadable-body"),
        /** No task of this name is known here. */
        UNKNOWN_TASK("unknown-task"),
        /** The arguments do not fit the task's parameters. */
        ARGUMENTS("arguments"),
        /** The task's body refused it with {@link no.abakus.tasks.Reject}. */
        REFUSED("refused"),
        /** Its id belongs to another task, or to another send of the same task. */
        FOREIGN_ID("foreign-id"),
        /** Its server died while running it, as often as that is allowed. */
        WORKER_LOST("worker-lost"),
        /**
         * It went back to the broker as often as is allowed, and there was no outage that would affect other tasks too.
         */
        GIVEN_UP("given-up"),
        /** A bug in the task system; the log has the stack trace. */
        UNEXPECTED("unexpected");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The reason as written in the message property and in the log. */
        public String code() {
            return code;
        }
    }
}
