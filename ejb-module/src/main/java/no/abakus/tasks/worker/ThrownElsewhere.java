package no.abakus.tasks.worker;

/** Throws on a listener's thread what a step threw on a task's own thread, as if both were one thread. */
final class ThrownElsewhere {

    private ThrownElsewhere() {}

    /**
     * Throws an {@link Error} unchanged, because the outer steps treat a full heap differently from a bug. Otherwise
     * returns the exception to throw. Steps throw no checked exceptions.
     */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }
}
