package no.abakus.tasks.history;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.config.TaskClock;

/**
 * Decides which successes are kept; failures and retries do not come here, because all of them are kept. Up to a rate,
 * all successes are kept. Above that rate, a success is selected by a hash of the task's id alone. So repeated
 * successes of the same id, such as after a redelivery, are usually all kept or all left out. In addition, the first
 * five successes of each task name in a second are kept, counted from when the sampling begins. Thread-safe.
 */
final class Sampler {

    /** How many successes of each name are kept in a second while sampling, unless there are too many names. */
    private static final int EACH = 5;

    /** A node is very busy above this multiple of its rate. */
    private static final int BUSY = 4;

    private static final int MOST_EVERY = 1 << 20;

    /**
     * From this number of names on, no name is guaranteed any further success in the second. This bounds the memory of
     * the counts.
     */
    private static final int MOST_NAMES = 1_000;

    private final TaskClock clock;
    private final int perSecond;
    private volatile Second current = new Second(Long.MIN_VALUE, 0);

    Sampler(TaskClock clock, int perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /**
     * Returns how many executions the row of this execution represents; 0 if the execution is not kept. Takes a lock
     * only when a new second begins and when a name is first counted in it, because every listener of the node calls
     * this for every success.
     */
    int weight(String task, String id) {
        Second second = second();
        int every = every(second.seen.incrementAndGet(), second.seenBefore);
        if (every == 1 || second.isAmongFirst(task)) {
            return 1;
        }
        return (mixed(id.hashCode()) & (every - 1)) == 0 ? every : 0;
    }

    private Second second() {
        Second known = current;
        return known.at == clock.now().getEpochSecond() ? known : next();
    }

    private synchronized Second next() {
        // Reads the clock once more, because another thread may have begun a later second meanwhile.
        long now = clock.now().getEpochSecond();
        if (current.at != now) {
            current = new Second(now, now == current.at + 1 ? current.seen.get() : 0);
        }
        return current;
    }

    /**
     * Returns the number n such that one in n executions is kept. The number is a power of two, so that a smaller
     * sample is a subset of each larger one. It grows with the square of the load if the node is very busy, because
     * each row takes time from the tasks. It also grows with the square if there are many more tasks than in the second
     * before, because such a burst may last long. Without the square, a burst of a few thousand tasks would write
     * several times as many rows as the rate allows per second.
     */
    private int every(int seen, int seenBefore) {
        int times = (Math.max(seen, seenBefore) - 1) / perSecond + 1;
        if (times > BUSY || seen > 2 * seenBefore) {
            times = (int) Math.min((long) times * times, MOST_EVERY);
        }
        return times <= 1 ? 1 : Integer.highestOneBit(times - 1) << 1;
    }

    /** Mixes the bits of a string's hash, because its lower bits depend only on the lower bits of the characters. */
    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ (h >>> 16);
    }

    /** The successes of one second. Thread-safe. */
    private static final class Second {

        private final long at;
        private final int seenBefore;
        private final AtomicInteger seen = new AtomicInteger();
        private final ConcurrentMap<String, AtomicInteger> byTask = new ConcurrentHashMap<>();

        Second(long at, int seenBefore) {
            this.at = at;
            this.seenBefore = seenBefore;
        }

        boolean isAmongFirst(String task) {
            if (byTask.size() >= MOST_NAMES) {
                return false;
            }
            AtomicInteger known = byTask.get(task);
            AtomicInteger count = known == null ? byTask.computeIfAbsent(task, first -> new AtomicInteger()) : known;
            return count.get() < EACH && count.incrementAndGet() <= EACH;
        }
    }
}
