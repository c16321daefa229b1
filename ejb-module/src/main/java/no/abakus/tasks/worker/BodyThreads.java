package no.abakus.tasks.worker;

/**
 * Starts a thread for one task method. The thread never comes from a pool, because it may have to be abandoned.
 * Thread-safe.
 */
@FunctionalInterface
public interface BodyThreads {

    /** Runs task methods on the calling thread, so no hard time limit is enforced. */
    BodyThreads NONE = (name, body) -> body.run();

    /**
     * Runs the task method on a thread with this name, in the same context as a listener's thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the application is stopping
     */
    void start(String name, Runnable body);
}
