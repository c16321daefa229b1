package no.abakus.tasks.spi;

/**
 * Why a message could not be handled.
 *
 * @param reason which kind of reason
 * @param detail the same for a human: what, which, what would be valid
 */
public record Rejection(Reason reason, String detail) {

    /** The kinds of reason; their codes stand in the dead letter's property {@code abakus_dead_reason}. */
    public enum Reason {
        /** Neither a text nor a bytes message. */
        MESSAGE_TYPE("message-type"),
        /** A property that every task message has is not there. */
        MISSING_PROPERTY("missing-property"),
        /** A property holds what it must not. */
        INVALID_PROPERTY("invalid-property"),
        /** The message speaks a later version of the wire format. */
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
        /** The task's body refused it, by {@link no.abakus.tasks.Reject}. */
        REFUSED("refused"),
        /** Its id is that of another task, or of another send of one. */
        FOREIGN_ID("foreign-id"),
        /** Its server died while it ran, as often as it may. */
        WORKER_LOST("worker-lost"),
        /** It was given back to the broker as often as it may, while nothing was away that others need as well. */
        GIVEN_UP("given-up"),
        /** A mistake of the task system itself; the log has the stack. */
        UNEXPECTED("unexpected");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The reason as it stands in a message property and in the log. */
        public String code() {
            return code;
        }
    }
}
