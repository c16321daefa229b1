package no.abakus.tasks.worker;

import java.time.Duration;

/** Runs something later, on a thread that may be kept busy. Thread-safe. */
@FunctionalInterface
public interface Alarms {

    /** Never rings. */
    Alarms NEVER = (after, ring) -> () -> {};

    /** Runs {@code ring} after this delay, unless cancelled first. */
    Alarm set(Duration after, Runnable ring);

    /** An alarm that was set. */
    @FunctionalInterface
    interface Alarm {

        /** Cancels the alarm; one that is already ringing runs to its end. */
        void cancel();
    }
}
