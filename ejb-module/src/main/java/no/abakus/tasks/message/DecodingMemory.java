package no.abakus.tasks.message;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A node's memory budget for the values of large bodies: one for those being read, and one of the same size for those
 * whose tasks are running. A message takes the most that reading may need, then holds what its values weigh until its
 * task has ended. Long tasks therefore never keep others from being read, and waiting readers are served in order.
 * Thread-safe.
 */
public final class DecodingMemory {

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore reading;
    private final Semaphore holding;
    private final Duration patience;

    /**
     * Two budgets of this many bytes each.
     *
     * @param patience how long a message waits before it may be read
     */
    public DecodingMemory(long bytes, Duration patience) {
        this.units = unitsOf(bytes);
        this.reading = new Semaphore(units, true);
        this.holding = new Semaphore(units);
        this.patience = patience;
    }

    long size() {
        return (long) units * UNIT;
    }

    /** An empty share; small bodies need nothing more. */
    public Share share() {
        return new Share();
    }

    private static int unitsOf(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    /** What one message takes. Confined to a thread. */
    public final class Share implements AutoCloseable {

        private int taken;
        private int held;

        private Share() {}

        /**
         * Takes this many bytes for reading, or all there are, after returning what it had. So nobody waits while
         * holding a part.
         *
         * @throws NoMemoryNowException if others do not return enough in time
         */
        void take(long bytes) throws NoMemoryNowException {
            close();
            int wanted = Math.min(units, unitsOf(bytes));
            try {
                if (!reading.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new NoMemoryNowException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoMemoryNowException();
            }
            taken = wanted;
        }

        /** Returns what it has taken beyond this many bytes. */
        void keep(long bytes) {
            int more = taken - unitsOf(bytes);
            if (more > 0) {
                reading.release(more);
                taken -= more;
            }
        }

        /**
         * Holds this many bytes from now on, and returns what it had taken for reading.
         *
         * @throws NoMemoryNowException if running tasks hold too much
         */
        void hold(long bytes) throws NoMemoryNowException {
            int wanted = Math.min(units, unitsOf(bytes));
            if (!holding.tryAcquire(wanted)) {
                throw new NoMemoryNowException();
            }
            held = wanted;
            keep(0);
        }

        @Override
        public void close() {
            keep(0);
            holding.release(held);
            held = 0;
        }
    }
}
