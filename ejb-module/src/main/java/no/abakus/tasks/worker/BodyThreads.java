package no.abakus.tasks.worker;

/**
 * Starts a thread for one body. The body may have to be given up, so the thread never comes from a pool. Thread-safe.
 */
@FunctionalInterface
public interface BodyThreads {

    /** Runs bodies on the calling thread, so no hard time limit is enforced. */
    BodyThreads NONE = (name, body) -> body.run();

    /** Runs the body on a thread of this name, in the same context as a listener's thread. */
    void start(String name, Runnable body);
}
