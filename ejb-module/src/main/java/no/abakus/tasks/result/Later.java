package no.abakus.tasks.result;

import java.time.Duration;

/** Runs something on another thread, at once or later. Thread-safe. */
@FunctionalInterface
public interface Later {

    /** Runs the work after this delay, zero for at once, outside of any transaction. */
    void run(Duration delay, Runnable work);
}
