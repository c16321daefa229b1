package no.abakus.tasks.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import no.abakus.tasks.operate.Metric;
import no.abakus.tasks.operate.Metric.Kind;
import no.abakus.tasks.operate.Metric.Sample;

/** The metrics of a node. Each has its name from OpenTelemetry's conventions for messaging, if these define one. */
final class MetricList {

    private static final String STATE = "abakus.task.state";
    private static final String OPERATION = "messaging.operation.name";
    private static final String ERROR = "error.type";
    /**
     * OpenTelemetry's value for an error without a type. All failures have it, because there could be any number of
     * exception types.
     */
    private static final String ANY_ERROR = "_OTHER";

    private MetricList() {}

    static List<Metric> of(Map<TaskOfQueue, TaskFigures> figures, CurrentFigures current) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                "messaging.client.sent.messages",
                Kind.COUNTER,
                "{message}",
                "Tasks that this node has sent.",
                samples(figures, MetricList::sent)));
        metrics.add(new Metric(
                "abakus.task.executions",
                Kind.COUNTER,
                "{execution}",
                "Executions on this node, and tasks that ended without being executed, by outcome.",
                samples(figures, MetricList::ends)));
        metrics.add(new Metric(
                "messaging.process.duration",
                Kind.HISTOGRAM,
                "s",
                "How long task methods ran.",
                samples(figures, MetricList::durations)));
        metrics.add(new Metric(
                "abakus.task.wait.duration",
                Kind.HISTOGRAM,
                "s",
                "How long tasks waited after they were due.",
                samples(
                        figures,
                        entry -> List.of(
                                entry.getValue().waited.read(entry.getKey().attributes())))));
        metrics.add(new Metric(
                "abakus.task.active",
                Kind.GAUGE,
                "{execution}",
                "Tasks that this node is running.",
                active(current.active())));
        metrics.addAll(QueueMetrics.of(current));
        metrics.add(new Metric(
                "abakus.events.dropped",
                Kind.COUNTER,
                "{event}",
                "Monitoring events that were dropped.",
                List.of(new Metric.Value(Map.of(), current.eventsDropped()))));
        return metrics;
    }

    private static List<Sample> samples(
            Map<TaskOfQueue, TaskFigures> figures, Function<Map.Entry<TaskOfQueue, TaskFigures>, List<Sample>> read) {
        return figures.entrySet().stream()
                .flatMap(entry -> read.apply(entry).stream())
                .toList();
    }

    private static List<Sample> sent(Map.Entry<TaskOfQueue, TaskFigures> entry) {
        long sent = entry.getValue().sent.sum();
        return sent == 0 ? List.of() : List.of(new Metric.Value(entry.getKey().attributes(OPERATION, "send"), sent));
    }

    private static List<Sample> ends(Map.Entry<TaskOfQueue, TaskFigures> entry) {
        List<Sample> ends = new ArrayList<>();
        for (End end : End.values()) {
            long count = entry.getValue().count(end);
            if (count > 0) {
                ends.add(new Metric.Value(entry.getKey().attributes(STATE, end.state()), count));
            }
        }
        return ends;
    }

    private static List<Sample> durations(Map.Entry<TaskOfQueue, TaskFigures> entry) {
        TaskOfQueue task = entry.getKey();
        return List.of(
                entry.getValue().succeeded.read(task.attributes(OPERATION, "process")),
                entry.getValue().failed.read(task.attributes(OPERATION, "process", ERROR, ANY_ERROR)));
    }

    private static List<Sample> active(List<TaskOfQueue> running) {
        Map<TaskOfQueue, Long> counts = new TreeMap<>(TaskOfQueue.ORDER);
        running.forEach(task -> counts.merge(task, 1L, Long::sum));
        return counts.entrySet().stream()
                .<Sample>map(entry -> new Metric.Value(entry.getKey().attributes(), entry.getValue()))
                .toList();
    }
}
