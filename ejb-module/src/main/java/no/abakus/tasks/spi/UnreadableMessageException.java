package no.abakus.tasks.spi;

/** Thrown when a message or its body cannot be read. The message goes to the dead-letter queue with the reason. */
public final class UnreadableMessageException extends Exception {

    private final transient Rejection rejection;

    public UnreadableMessageException(Rejection.Reason reason, String detail) {
        this(reason, detail, null);
    }

    public UnreadableMessageException(Rejection.Reason reason, String detail, Throwable cause) {
        super(reason.code() + ": " + detail, cause);
        this.rejection = new Rejection(reason, detail);
    }

    /** Returns why the message cannot be read. */
    public Rejection rejection() {
        return rejection;
    }
}
