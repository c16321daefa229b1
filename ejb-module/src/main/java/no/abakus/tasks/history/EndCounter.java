package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.HistoryStates;
import no.abakus.tasks.operate.LogBuckets;
import no.abakus.tasks.operate.MinuteCounts;

/** Counts how the executions of one task end. Thread-safe. */
final class EndCounter {

    private final Map<TaskState, AtomicLong> ends = new EnumMap<>(TaskState.class);
    private final AtomicLongArray waits = new AtomicLongArray(LogBuckets.COUNT);
    private final AtomicLongArray times = new AtomicLongArray(LogBuckets.COUNT);

    EndCounter() {
        for (TaskState state : TaskState.values()) {
            ends.put(state, new AtomicLong());
        }
    }

    void count(TaskState state, Optional<Duration> waited, Optional<Duration> took) {
        ends.get(state).incrementAndGet();
        waited.ifPresent(span -> waits.incrementAndGet(LogBuckets.of(span)));
        took.ifPresent(span -> times.incrementAndGet(LogBuckets.of(span)));
    }

    void add(MinuteCounts counts) {
        counts.ends().forEach((word, count) -> HistoryStates.ended(word)
                .ifPresent(state -> ends.get(state).addAndGet(count)));
        counts.waited().forEach(waits::addAndGet);
        counts.took().forEach(times::addAndGet);
    }

    /** Returns the counts since the last call; empty if there are none. */
    Optional<MinuteCounts> take(Instant minute, String node, String task) {
        Map<String, Long> taken = new HashMap<>();
        ends.forEach((state, counter) -> {
            long count = counter.getAndSet(0);
            if (count > 0) {
                taken.put(HistoryStates.word(state), count);
            }
        });
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MinuteCounts(minute, node, Fits.key(task), taken, buckets(waits), buckets(times)));
    }

    private static Map<Integer, Long> buckets(AtomicLongArray counts) {
        Map<Integer, Long> taken = new HashMap<>();
        for (int i = 0; i < counts.length(); i++) {
            long count = counts.getAndSet(i, 0);
            if (count > 0) {
                taken.put(i, count);
            }
        }
        return taken;
    }
}
