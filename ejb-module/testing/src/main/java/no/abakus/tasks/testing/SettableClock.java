package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import no.abakus.tasks.config.TaskClock;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class SettableClock implements TaskClock {

    /** The time of a new clock. */
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicReference<Instant> now;

    /** Creates a clock at {@link #START}. */
    public SettableClock() {
        this(START);
    }

    /** Creates a clock at this instant. */
    public SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Moves the clock by this duration. A negative duration moves it back. */
    public void advance(Duration by) {
        now.updateAndGet(then -> then.plus(by));
    }

    /** Sets the clock to this instant. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public long nanos() {
        return Duration.between(START, now()).toNanos();
    }

    /** Moves the clock forward instead of waiting. */
    @Override
    public void pause(Duration time) {
        advance(time);
    }
}
