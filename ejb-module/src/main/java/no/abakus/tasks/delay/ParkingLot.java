package no.abakus.tasks.delay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Lets a node park what arrives and move what departs, from its start to its end. Thread-safe. */
public final class ParkingLot {

    /** What this node sends is parked without this delay; this is for what others have sent. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** A sender's transaction may take a moment to commit, and whatever else is sent meanwhile is parked with it. */
    private static final Duration AFTER_SEND = Duration.ofMillis(100);

    private final Arrivals arrivals;
    private final Departures departures;
    private final BiConsumer<Duration, Runnable> later;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean ended;

    /**
     * A parking lot with these arrivals and departures.
     *
     * @param later runs something later, on a thread of the server's
     */
    public ParkingLot(Arrivals arrivals, Departures departures, BiConsumer<Duration, Runnable> later) {
        this.arrivals = arrivals;
        this.departures = departures;
        this.later = later;
    }

    /** Begins. */
    public void begin() {
        after(Duration.ZERO, this::park);
        after(Duration.ZERO, this::move);
    }

    /** A task was sent that is to be parked. */
    public void sent() {
        if (awake.compareAndSet(false, true)) {
            after(AFTER_SEND, this::parkWhatWasSent);
        }
    }

    private void parkWhatWasSent() {
        awake.set(false);
        arrivals.run();
    }

    private void park() {
        boolean more = false;
        try {
            more = arrivals.run();
        } finally {
            after(more ? Duration.ZERO : BETWEEN_LOOKS, this::park);
        }
    }

    private void move() {
        boolean more = false;
        try {
            more = departures.run();
        } finally {
            after(more ? Duration.ZERO : departures.pause(), this::move);
        }
    }

    private void after(Duration pause, Runnable work) {
        if (!ended) {
            later.accept(pause, work);
        }
    }

    /** Ends; the transaction of work in progress completes or rolls back. */
    public void end() {
        ended = true;
        arrivals.stop();
        departures.stop();
    }
}
