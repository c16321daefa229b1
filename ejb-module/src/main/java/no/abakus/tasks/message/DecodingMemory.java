package no.abakus.tasks.message;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A node's memory budgets for the values of large bodies. One budget covers the bodies that are being read. Another
 * budget of the same size covers the values of running tasks. A message first takes the maximum that reading may need,
 * and then holds the weight of its values until its task has ended. So tasks that run long never block reading, and
 * waiting readers are served in order. Thread-safe.
 */
public final class DecodingMemory {

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore reading;
    private final Semaphore holding;
    private final Duration patience;

    /**
     * Creates two budgets of this many bytes each.
     *
     * @param patience the maximum time that a message waits for memory
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

    /** Returns an empty share, which is enough for small bodies. */
    public Share share() {
        return new Share();
    }

    private static int unitsOf(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    /** The memory of one message. Not thread-safe. */
    public final class Share implements AutoCloseable {

        private int taken;
        private int held;

        private Share() {}

        /**
         * Takes this many bytes for reading, or the whole budget if that is smaller. First gives back the bytes that
         * this share has taken, so that no message waits while it holds memory.
         *
         * @throws NoMemoryNowException if other messages do not return enough in time, or if the thread is interrupted
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

        /** Gives back all bytes taken beyond this number. */
        void keep(long bytes) {
            int more = taken - unitsOf(bytes);
            if (more > 0) {
                reading.release(more);
                taken -= more;
            }
        }

        /**
         * Holds this many bytes from now on, and gives back the bytes taken for reading.
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
