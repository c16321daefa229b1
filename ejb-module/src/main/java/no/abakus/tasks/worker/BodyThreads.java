package no.abakus.tasks.worker;

/** Starts a thread for one body, which may have to be given up; so it is never taken from a pool. Thread-safe. */
@FunctionalInterface
public interface BodyThreads {

    /** Bodies run on the thread that would wait for them, and no time limit is kept. */
    BodyThreads NONE = (name, body) -> body.run();

    /** Runs the body on a thread of this name, in the surroundings that a listener's thread has. */
    void start(String name, Runnable body);
}
