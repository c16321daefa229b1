package no.abakus.tasks.result;

import java.time.Duration;

/** Runs something on another thread, immediately or later. Thread-safe. */
@FunctionalInterface
public interface Later {

    /** Runs the work after this delay, zero for immediately, outside of any transaction. */
    void run(Duration delay, Runnable work);
}
