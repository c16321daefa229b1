package no.abakus.tasks.history;

import java.util.concurrent.atomic.AtomicLong;
import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.HistoryKeys;

/**
 * Makes the keys of rows. A key consists of the time in milliseconds, 10 random bits for this run of the node, and 11
 * bits of a sequence. So the keys of all nodes are in the order of time. The keys of one node always increase. Two runs
 * with the same bits rarely make the same key, because their sequences start at different numbers. Thread-safe.
 */
final class RowIds {

    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = HistoryKeys.BELOW_MILLIS - NODE_BITS;
    private static final long SEQUENCES = 1L << SEQUENCE_BITS;

    private final TaskClock clock;
    private final long node;
    private final long firstOfMillis;

    /**
     * The milliseconds and the sequence of the last key. If the sequence is full, the next key belongs to the next
     * millisecond.
     */
    private final AtomicLong last = new AtomicLong();

    RowIds(TaskClock clock, Randomness chance) {
        this.clock = clock;
        this.node = (long) (chance.next() * (1 << NODE_BITS)) << SEQUENCE_BITS;
        this.firstOfMillis = (long) (chance.next() * SEQUENCES / 2);
    }

    /** Returns a new key. */
    long next() {
        long earliest = (clock.now().toEpochMilli() << SEQUENCE_BITS) | firstOfMillis;
        long count = last.updateAndGet(before -> Math.max(before + 1, earliest));
        return ((count >> SEQUENCE_BITS) << HistoryKeys.BELOW_MILLIS) | node | (count & (SEQUENCES - 1));
    }
}
