package no.abakus.tasks.worker;

/** Throws on a listener's thread what a step threw on a task's own thread, as if both were one thread. */
final class ThrownElsewhere {

    private ThrownElsewhere() {}

    /**
     * Rethrows an error as it is, because the steps around treat a full heap differently from a bug. Returns the
     * exception to throw otherwise. Steps throw no checked exceptions.
     */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }
}
