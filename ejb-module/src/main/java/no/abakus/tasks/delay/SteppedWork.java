package no.abakus.tasks.delay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;

/**
 * Work in small steps, done by one thread of a node at a time. An outage interrupts the work but does not end it.
 * Thread-safe.
 */
abstract class SteppedWork {

    private static final Log log = Log.get("no.abakus.tasks");

    /** After this many steps in a row, the thread goes back to the server, and the work goes on at the next call. */
    private static final int MOST_STEPS = 200;

    private static final String NEXT = "nothing is lost; it is tried again until it succeeds";

    private static final int FEW_STEPS = 5;
    private static final long PATIENCE_MILLIS = 1_000;

    private final String failure;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean stopped;
    private boolean failing;

    /** A chore whose failures are logged as this event. */
    SteppedWork(String failure) {
        this.failure = failure;
    }

    /**
     * Does what there is to do; returns immediately if another thread is doing it.
     *
     * @return whether there is already more to do
     */
    public final boolean run() {
        if (stopped || !busy.tryLock()) {
            return false;
        }
        try {
            return steps(MOST_STEPS);
        } finally {
            busy.unlock();
        }
    }

    /** Does a few steps before somebody looks. Waits for another thread that is at work, but not for long. */
    final void catchUp() {
        try {
            if (!stopped && busy.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    steps(FEW_STEPS);
                } finally {
                    busy.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean steps(int most) {
        try {
            int steps = 0;
            while (steps < most && !stopped && step()) {
                steps++;
            }
            failing = false;
            return steps == most;
        } catch (RuntimeException | Error e) {
            // An error ends this attempt, not the chore, because nobody else would begin it again.
            tell(e);
            return false;
        }
    }

    /** Reports an outage once, when it begins. */
    private void tell(Throwable e) {
        if (failing || stopped) {
            log.debug(failure, e);
            return;
        }
        failing = true;
        if (e instanceof OperationalException) {
            log.warning(failure, "reason", e.getMessage(), "next", NEXT);
        } else {
            log.error(failure, e, "next", NEXT);
        }
    }

    /** Does one step; returns whether there may be more to do. */
    abstract boolean step();

    /** Begins no more steps. */
    public final void stop() {
        stopped = true;
    }
}
