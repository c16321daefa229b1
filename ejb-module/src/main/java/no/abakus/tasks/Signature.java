package no.abakus.tasks;

/**
 * An immutable description of work. It can be stored, passed on and sent, because it is a plain value without
 * references to services. Celery: {@code Signature}.
 */
public sealed interface Signature permits TaskSignature {

    /** Calls the visitor's method for this kind of signature, and returns the method's result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of signature in its own method. If a kind is added, the compiler finds every visitor that must
     * handle it.
     *
     * @param <R> what the visitor returns
     */
    interface Visitor<R> {

        /** Handles the call of one task. */
        R task(TaskSignature task);
    }
}
