package no.abakus.tasks.worker;

import java.time.Duration;

/** Runs an action after a delay, on a thread that the action may block. Thread-safe. */
@FunctionalInterface
public interface Alarms {

    /** Sets alarms that never ring. */
    Alarms NEVER = (after, ring) -> () -> {};

    /** Runs {@code ring} after this delay, unless the returned alarm is cancelled first. */
    Alarm set(Duration after, Runnable ring);

    /** An alarm that was set. */
    @FunctionalInterface
    interface Alarm {

        /** Cancels the alarm. An alarm that is already ringing completes. */
        void cancel();
    }
}
