package no.abakus.tasks.worker;

/**
 * Runs a task method on a thread other than the caller's. Only {@link #NONE} uses the caller's thread. If the method
 * may have to be abandoned, the thread never comes from a pool. Thread-safe.
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
