package no.abakus.tasks.result;

import java.time.Duration;

/** Runs work on another thread, immediately or later. Thread-safe. */
@FunctionalInterface
public interface Later {

    /** Runs the work after this delay, outside of any transaction. A delay of zero means immediately. */
    void run(Duration delay, Runnable work);
}
