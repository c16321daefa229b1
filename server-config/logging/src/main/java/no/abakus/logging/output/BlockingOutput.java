package no.abakus.logging.output;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.json.LineSink;
import no.abakus.logging.output.PendingLines.Chunk;

/**
 * Loses no line, because the logging threads wait if the reader does not keep up. If no other thread is writing, a
 * thread writes its line itself. Otherwise, it leaves the line to the writing thread, which includes it in the next
 * write. So under load, many lines share one write, and no thread waits for a pipe until the buffer is full. For a line
 * at error or above, the call returns only after a thread has written the line.
 */
final class BlockingOutput implements LineOutput {
    private static final int CAPACITY = 64 * 1024;
    private static final int ERROR = 1000;
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How many writes a thread does for others before a waiting thread takes over. */
    private static final int FAIR_SHARE = 16;

    private final LineSink target;
    private final Object lock = new Object();
    private final PendingLines pending = new PendingLines(CAPACITY);
    private Thread writer;
    private boolean closed;
    private int waiting;
    private long added;
    private long written;

    BlockingOutput(LineSink target) {
        this.target = target;
    }

    @Override
    public void accept(byte[] bytes, int length) throws IOException {
        accept(bytes, length, ERROR);
    }

    @Override
    public void accept(byte[] bytes, int length, int level) throws IOException {
        synchronized (lock) {
            // The writing thread must not wait for itself when it logs while it writes.
            boolean own = writer == Thread.currentThread();
            while (writer != null && !own && !pending.hasRoom(length)) {
                await(0);
            }
            pending.add(bytes, length);
            long mine = ++added;
            // After closing, the process may stop at any moment, and with it the thread that writes for others.
            if ((level >= ERROR || closed) && !own) {
                while (writer != null && written < mine) {
                    await(0);
                }
            }
            if (writer != null || written >= mine) {
                return;
            }
            writer = Thread.currentThread();
        }
        drain();
    }

    private void drain() throws IOException {
        for (int round = 0; ; round++) {
            Chunk chunk;
            synchronized (lock) {
                if (pending.isEmpty() || (round >= FAIR_SHARE && waiting > 0)) {
                    release();
                    return;
                }
                chunk = pending.take();
                // The buffer has room again.
                lock.notifyAll();
            }
            boolean out = false;
            try {
                target.accept(chunk.bytes(), chunk.length());
                out = true;
            } finally {
                synchronized (lock) {
                    // Lines whose write failed count as written too, so that no thread waits for them.
                    written += chunk.count();
                    if (!out) {
                        release();
                    }
                }
            }
        }
    }

    private void release() {
        writer = null;
        lock.notifyAll();
    }

    @Override
    public void flush() throws IOException {
        long deadline = System.nanoTime() + FLUSH_NANOS;
        synchronized (lock) {
            long last = added;
            while (writer != null && writer != Thread.currentThread() && written < last) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                await(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
            if (writer != null || written >= last) {
                return;
            }
            writer = Thread.currentThread();
        }
        drain();
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            closed = true;
        }
        flush();
    }

    /** Waits even when interrupted, and restores the interrupt for the caller. */
    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void await(long millis) {
        waiting++;
        boolean interrupted = Thread.interrupted();
        try {
            lock.wait(millis);
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            waiting--;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
