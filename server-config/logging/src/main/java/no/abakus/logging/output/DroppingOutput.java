package no.abakus.logging.output;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import no.abakus.logging.json.LineSink;
import no.abakus.logging.output.PendingLines.Chunk;

/**
 * Writes the lines on a dedicated thread, so that the application does not wait for its log. While the buffer is full,
 * lines below a certain level are dropped and counted. When there is room again, a line at the place of the gap says
 * how many lines are missing. Lines at that level and above wait for room.
 */
final class DroppingOutput implements LineOutput {
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final LineSink target;
    private final int keepFrom;
    private final LongFunction<byte[]> note;
    private final Object lock = new Object();
    private final PendingLines pending;
    private Thread writer;
    private boolean busy;
    /** Whether the last write failed. If so, the line about missing lines is not tried again at once. */
    private boolean failing;

    private boolean closed;
    /** Whether the reader has stopped reading and this output is closed, so that lines no longer wait. */
    private boolean abandoned;

    private long dropped;
    private long unsaid;

    /**
     * @param keepFrom the lowest level, by its number in {@code java.util.logging}, at which no line is dropped
     * @param note creates the line that says how many lines are missing
     */
    DroppingOutput(LineSink target, int capacity, int keepFrom, LongFunction<byte[]> note) {
        this.target = target;
        this.pending = new PendingLines(capacity);
        this.keepFrom = keepFrom;
        this.note = note;
    }

    @Override
    public void accept(byte[] bytes, int length) {
        accept(bytes, length, Integer.MAX_VALUE);
    }

    @Override
    public void accept(byte[] bytes, int length, int level) {
        synchronized (lock) {
            if (writer == null) {
                start();
            }
            while (!pending.hasRoom(length)) {
                // The writing thread must not wait for itself, and no thread may wait after this output was closed.
                if (level < keepFrom || closed || writer == Thread.currentThread()) {
                    dropped++;
                    unsaid++;
                    return;
                }
                await();
            }
            pending.add(bytes, length);
            lock.notifyAll();
            if (closed && !abandoned) {
                // The process may stop at any moment, and with it the writing thread.
                abandoned = !awaitWritten();
            }
        }
    }

    private void start() {
        // The new thread must not inherit the group or the thread-local values of the first thread that logs.
        writer = new Thread(null, this::run, "abakus-log-writer", 0, false);
        writer.setDaemon(true);
        writer.setContextClassLoader(null);
        writer.start();
    }

    private void run() {
        while (true) {
            Chunk chunk;
            long missing;
            synchronized (lock) {
                while (pending.isEmpty() && (unsaid == 0 || failing)) {
                    busy = false;
                    lock.notifyAll();
                    await();
                    failing = false;
                }
                busy = true;
                failing = false;
                chunk = pending.take();
                missing = unsaid;
                unsaid = 0;
                lock.notifyAll();
            }
            write(chunk, missing);
        }
    }

    private void write(Chunk chunk, long missing) {
        try {
            if (chunk.count() > 0) {
                target.accept(chunk.bytes(), chunk.length());
            }
        } catch (IOException | RuntimeException unwritable) {
            synchronized (lock) {
                dropped += chunk.count();
                unsaid += chunk.count();
                failing = true;
            }
        }
        if (missing > 0) {
            try {
                byte[] line = note.apply(missing);
                target.accept(line, line.length);
            } catch (IOException | RuntimeException unwritable) {
                synchronized (lock) {
                    unsaid += missing;
                    failing = true;
                }
            }
        }
    }

    @Override
    public void flush() {
        synchronized (lock) {
            awaitWritten();
        }
    }

    /**
     * Waits until nothing is pending, not even the line about missing lines. Returns false if the reader seems to have
     * stopped reading.
     */
    private boolean awaitWritten() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (isHolding()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            await();
        }
        return true;
    }

    private boolean isHolding() {
        return writer != null && writer != Thread.currentThread() && (busy || !pending.isEmpty() || unsaid > 0);
    }

    @Override
    public long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            abandoned = !awaitWritten();
            closed = true;
            lock.notifyAll();
            abandoned = abandoned || !awaitWritten();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void await() {
        boolean interrupted = Thread.interrupted();
        try {
            lock.wait(PATIENCE_MILLIS);
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
