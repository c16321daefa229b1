package no.abakus.tasks;

/**
 * An immutable description of work that can be stored, passed on and sent. It is a plain value without references to
 * services. Celery: {@code Signature}.
 */
public sealed interface Signature permits TaskSignature {

    /** Calls the method of the visitor for this kind of signature, and returns its result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of signature in its own method. When there are more kinds, the compiler finds every visitor that
     * must handle them.
     *
     * @param <R> what the visitor returns
     */
    interface Visitor<R> {

        /** Handles the call of one task. */
        R task(TaskSignature task);
    }
}
