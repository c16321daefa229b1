package no.abakus.tasks.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/** Counts how executions end on this node. Thread-safe. */
public final class TaskCounters implements EventListener {

    private final ConcurrentMap<String, LongAdder> byTask = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> byEnd = new ConcurrentHashMap<>();

    @Override
    public void onEvent(TaskEvent event) {
        if (event instanceof TaskEvent.Succeeded succeeded) {
            count(succeeded.delivery(), "succeeded");
        } else if (event instanceof TaskEvent.Failed failed) {
            count(failed.delivery(), "failed");
        } else if (event instanceof TaskEvent.Retrying retrying) {
            count(retrying.delivery(), "retried");
        } else if (event instanceof TaskEvent.Ignored ignored) {
            count(ignored.delivery(), "ignored");
        } else if (event instanceof TaskEvent.Revoked) {
            add(byEnd, "revoked");
        } else if (event instanceof TaskEvent.Rejected) {
            add(byEnd, "rejected");
        } else if (event instanceof TaskEvent.Expired) {
            add(byEnd, "expired");
        }
    }

    /** Counts only tasks that have run here, so that a sender cannot add arbitrary names. */
    private void count(Delivery delivery, String end) {
        add(byTask, delivery.message().task());
        add(byEnd, end);
    }

    private static void add(ConcurrentMap<String, LongAdder> counts, String key) {
        LongAdder count = counts.get(key);
        (count != null ? count : counts.computeIfAbsent(key, first -> new LongAdder())).increment();
    }

    Map<String, Long> byTask() {
        return read(byTask);
    }

    Map<String, Long> byEnd() {
        return read(byEnd);
    }

    private static Map<String, Long> read(ConcurrentMap<String, LongAdder> counts) {
        Map<String, Long> read = new TreeMap<>();
        counts.forEach((key, count) -> read.put(key, count.sum()));
        return read;
    }
}
