package no.abakus.tasks.control;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.config.TaskClock;

/** Whether a reader of messages may go on, and whether it was stopped. For one reader in one thread. */
final class ReadingTime implements BooleanSupplier {

    private final TaskClock clock;
    private final long begun;
    private final Duration longest;
    private boolean hasStopped;

    /** Begins the time. */
    ReadingTime(TaskClock clock, Duration longest) {
        this.clock = clock;
        this.begun = clock.nanos();
        this.longest = longest;
    }

    /** Whether there is time for one more message. */
    @Override
    public boolean getAsBoolean() {
        hasStopped |= clock.since(begun).compareTo(longest) >= 0;
        return !hasStopped;
    }

    /** Whether the reader was told to stop. */
    boolean hasStopped() {
        return hasStopped;
    }
}
