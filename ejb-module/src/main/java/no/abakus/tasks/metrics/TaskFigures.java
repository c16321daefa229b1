package no.abakus.tasks.metrics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one task and queue. Counting takes no lock. Thread-safe. */
final class TaskFigures {

    final LongAdder sent = new LongAdder();
    final Histogram waited = new Histogram();
    final Histogram succeeded = new Histogram();
    final Histogram failed = new Histogram();

    /** Has all keys from the start, so that threads only read the map. */
    private final Map<End, LongAdder> ends = new EnumMap<>(End.class);

    TaskFigures() {
        for (End end : End.values()) {
            ends.put(end, new LongAdder());
        }
    }

    void ended(End end) {
        ends.get(end).increment();
    }

    void ended(End end, Duration took) {
        ended(end);
        (end == End.SUCCEEDED || end == End.IGNORED ? succeeded : failed).record(took);
    }

    long count(End end) {
        return ends.get(end).sum();
    }
}
