package no.abakus.tasks.delay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import no.abakus.tasks.port.ParkedMessage;

/**
 * Counts what was moved to the broker before it was due, so that the broker never holds more than it can afford, even
 * if a million tasks are due in the same minute. Thread-safe.
 */
final class Ahead {

    private final int most;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private int count;

    /** A count that is full at this number. */
    Ahead(int most) {
        this.most = most;
    }

    /** Whether more may be moved before it is due. */
    synchronized boolean hasRoom(Instant now) {
        while (!batches.isEmpty() && !batches.peekFirst().lastDue().isAfter(now)) {
            count -= batches.removeFirst().size();
        }
        return count < most;
    }

    /** Whether it was full at the last check. */
    synchronized boolean isFull() {
        return count >= most;
    }

    /** Counts messages that were moved; the earliest come first. */
    synchronized void add(List<ParkedMessage> moved) {
        if (!moved.isEmpty()) {
            batches.addLast(new Batch(moved.get(moved.size() - 1).due(), moved.size()));
            count += moved.size();
        }
    }

    private record Batch(Instant lastDue, int size) {}
}
