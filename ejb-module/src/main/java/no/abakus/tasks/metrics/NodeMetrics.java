package no.abakus.tasks.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import no.abakus.tasks.operate.Metric;
import no.abakus.tasks.operate.TaskMetrics;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/** Counts events, and reads the node's current state when metrics are requested. Thread-safe. */
public final class NodeMetrics implements EventListener, TaskMetrics {

    /** The maximum number of pairs of task and queue. It is limited because a monitoring system stores each pair. */
    private static final int MOST = 1_000;

    private static final TaskOfQueue REST = new TaskOfQueue(TaskOfQueue.OTHER, TaskOfQueue.OTHER);

    private final ConcurrentMap<TaskOfQueue, TaskFigures> figures = new ConcurrentHashMap<>();
    private final Predicate<String> isKnown;
    private final CurrentFigures current;

    /**
     * Creates the metrics of a node.
     *
     * @param isKnown whether the node knows a task of this name
     * @param current reads the figures that are not counted
     */
    public NodeMetrics(Predicate<String> isKnown, CurrentFigures current) {
        this.isKnown = isKnown;
        this.current = current;
    }

    @Override
    public void onEvent(TaskEvent event) {
        if (event instanceof TaskEvent.Sent sent) {
            of(sent.route().queue(), sent.message().task()).sent.increment();
        } else if (event instanceof TaskEvent.Started started) {
            of(started.delivery()).waited.record(started.waited());
        } else if (event instanceof TaskEvent.Succeeded succeeded) {
            of(succeeded.delivery()).ended(End.SUCCEEDED, succeeded.took());
        } else if (event instanceof TaskEvent.Failed failed) {
            of(failed.delivery()).ended(End.FAILED, failed.took());
        } else if (event instanceof TaskEvent.Retrying retrying) {
            of(retrying.delivery()).ended(End.RETRIED, retrying.took());
        } else if (event instanceof TaskEvent.Ignored ignored) {
            of(ignored.delivery()).ended(End.IGNORED, ignored.took());
        } else if (event instanceof TaskEvent.Requeued requeued) {
            of(requeued.delivery()).ended(End.REQUEUED, requeued.took());
        } else {
            refused(event);
        }
    }

    private void refused(TaskEvent event) {
        if (event instanceof TaskEvent.Rejected rejected) {
            of(rejected.delivery()).ended(End.REJECTED);
        } else if (event instanceof TaskEvent.Unreadable unreadable) {
            of(unreadable.queue(), TaskOfQueue.OTHER).ended(End.REJECTED);
        } else if (event instanceof TaskEvent.Revoked revoked) {
            of(revoked.delivery()).ended(End.REVOKED);
        } else if (event instanceof TaskEvent.Expired expired) {
            of(expired.queue(), expired.message().task()).ended(End.EXPIRED);
        } else if (event instanceof TaskEvent.Lost lost) {
            of(TaskOfQueue.OTHER, lost.claim().task()).ended(End.FAILED);
        }
    }

    private TaskFigures of(Delivery delivery) {
        return of(delivery.route().queue(), delivery.message().task());
    }

    private TaskFigures of(String queue, String task) {
        // Figures under a task's own name exist only if the node knows the task, so isKnown is not called again.
        TaskFigures known = figures.get(new TaskOfQueue(queue, task));
        return known == null ? ofUnseen(queue, task) : known;
    }

    private TaskFigures ofUnseen(String queue, String task) {
        TaskOfQueue key = new TaskOfQueue(queue, isKnown.test(task) ? task : TaskOfQueue.OTHER);
        TaskFigures known = figures.get(key);
        if (known != null) {
            return known;
        }
        return figures.computeIfAbsent(figures.size() < MOST ? key : REST, first -> new TaskFigures());
    }

    @Override
    public List<Metric> read() {
        Map<TaskOfQueue, TaskFigures> sorted = new TreeMap<>(TaskOfQueue.ORDER);
        sorted.putAll(figures);
        return MetricList.of(sorted, current);
    }

    @Override
    public String toPrometheus() {
        return PrometheusText.of(read());
    }
}
