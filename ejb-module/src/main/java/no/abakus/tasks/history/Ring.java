package no.abakus.tasks.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import no.abakus.tasks.port.HistoryRow;

/** Rows that wait for the writer, bounded in number and in bytes. Thread-safe. */
final class Ring {

    static final int ROOM = 8_192;

    /**
     * The total size of the kept evidence of failures at which the ring is full. Bodies and stack traces may be large.
     */
    private static final long ROOM_IN_BYTES = 32L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasRoom = lock.newCondition();
    private final Deque<HistoryRow> rows = new ArrayDeque<>();
    private final LongAdder dropped = new LongAdder();
    private long bytes;

    /** Adds a row, or drops it if there is no room now. */
    void offer(HistoryRow row) {
        lock.lock();
        try {
            if (isFull()) {
                dropped.increment();
            } else {
                add(row);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a row. Waits this long for room, and then drops the row if there is none. An interrupt ends the wait; the
     * thread stays interrupted.
     */
    void offer(HistoryRow row, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (isFull() && left > 0) {
                left = hasRoom.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (isFull()) {
                dropped.increment();
            } else {
                add(row);
            }
            lock.unlock();
        }
    }

    private boolean isFull() {
        return rows.size() >= ROOM || bytes >= ROOM_IN_BYTES;
    }

    private void add(HistoryRow row) {
        rows.add(row);
        bytes += size(row);
    }

    private static long size(HistoryRow row) {
        return row.evidence()
                .map(evidence ->
                        evidence.body().map(body -> body.bytes().length).orElse(0)
                                + 2L * evidence.properties().map(String::length).orElse(0)
                                + 2L * evidence.traceback().map(String::length).orElse(0)
                                + evidence.lines().map(String::length).orElse(0))
                .orElse(0L);
    }

    /** Removes and returns the oldest rows, at most this many. */
    List<HistoryRow> take(int most) {
        lock.lock();
        try {
            List<HistoryRow> taken = new ArrayList<>(Math.min(most, rows.size()));
            while (taken.size() < most && !rows.isEmpty()) {
                HistoryRow row = rows.remove();
                bytes -= size(row);
                taken.add(row);
            }
            hasRoom.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void drop(int count) {
        dropped.add(count);
    }

    long dropped() {
        return dropped.sum();
    }
}
