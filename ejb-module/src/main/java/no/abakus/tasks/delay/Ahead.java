package no.abakus.tasks.delay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import no.abakus.tasks.port.ParkedMessage;

/**
 * Counts the messages that were moved to the broker before they were due. The limit protects the broker's heap, even if
 * a million tasks are due in the same minute. Thread-safe.
 */
final class Ahead {

    private final int most;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private int count;

    /** Creates a count with this limit. */
    Ahead(int most) {
        this.most = most;
    }

    /** Whether more messages may be moved before they are due. */
    synchronized boolean hasRoom(Instant now) {
        while (!batches.isEmpty() && !batches.peekFirst().lastDue().isAfter(now)) {
            count -= batches.removeFirst().size();
        }
        return count < most;
    }

    /** Whether the limit is reached. Messages that became due after the last call of {@link #hasRoom} still count. */
    synchronized boolean isFull() {
        return count >= most;
    }

    /** Counts moved messages. The list is in the order in which the messages are due. */
    synchronized void add(List<ParkedMessage> moved) {
        if (!moved.isEmpty()) {
            batches.addLast(new Batch(moved.get(moved.size() - 1).due(), moved.size()));
            count += moved.size();
        }
    }

    private record Batch(Instant lastDue, int size) {}
}
