package no.abakus.tasks.worker;

import java.time.Duration;

/** Does something later, on a thread that has time for it. Thread-safe. */
@FunctionalInterface
public interface Alarms {

    /** Nobody is ever woken. */
    Alarms NEVER = (after, ring) -> () -> {};

    /** Has this rung after that long, unless it is cancelled before. */
    Alarm set(Duration after, Runnable ring);

    /** What was set. */
    @FunctionalInterface
    interface Alarm {

        /** It is needed no more; one that rings already goes on. */
        void cancel();
    }
}
