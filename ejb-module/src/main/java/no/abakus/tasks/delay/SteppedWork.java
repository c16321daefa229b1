package no.abakus.tasks.delay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;

/**
 * A chore that runs in small steps. Only one thread of a node runs it at a time. An outage interrupts the chore but
 * does not end it. Thread-safe.
 */
abstract class SteppedWork {

    private static final Log log = Log.get("no.abakus.tasks");

    /** The number of steps after which the thread returns to the server. The chore continues at the next call. */
    private static final int MOST_STEPS = 200;

    private static final String NEXT = "nothing is lost; the work is tried again until it succeeds";

    private static final int FEW_STEPS = 5;
    private static final long PATIENCE_MILLIS = 1_000;

    private final String failure;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean stopped;
    private boolean failing;

    /** Creates a chore whose failures are logged as this event. */
    SteppedWork(String failure) {
        this.failure = failure;
    }

    /**
     * Runs the pending steps. Returns immediately if another thread is running them.
     *
     * @return whether there may be more to do immediately
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

    /**
     * Runs a few steps, so that an operator sees a recent state. Waits briefly if another thread is running the chore.
     */
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
            // An error ends only this attempt. The caller must survive the error, because nothing else restarts the
            // chore.
            tell(e);
            return false;
        }
    }

    /** Reports an outage once, when it starts. */
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

    /** Runs one step; returns whether there may be more to do. */
    abstract boolean step();

    /** Starts no more steps. */
    public final void stop() {
        stopped = true;
    }
}
