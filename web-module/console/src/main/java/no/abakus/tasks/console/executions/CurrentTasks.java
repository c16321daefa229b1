package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import no.abakus.tasks.console.waiting.WaitingQuery;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.operate.WaitingTasks;

/** Finds tasks that have not ended, both at the broker and on the nodes. */
final class CurrentTasks {

    /** The maximum number of tasks that are read from all queues together. */
    static final int MOST = 10_000;

    /** How long tasks are read for a list. The broker delivers each message to the reader, so many take seconds. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** The maximum number of tasks that are read from a queue to find one task and its position. */
    private static final int MOST_IN_ORDER = 1_000;

    private static final String RUNNING = "running";
    private static final String WAITING = "waiting";
    private static final String DELAYED = "delayed";

    private final TaskControl control;

    CurrentTasks(TaskControl control) {
        this.control = control;
    }

    /** A task that has not ended, and its log context if the broker or the node reports it. */
    record Current(ExecutionView view, Map<String, String> context) {}

    /**
     * The tasks that were found.
     *
     * @param byState the tasks, keyed by the name of their state; the map's order is the order in which {@link #items}
     *     lists them
     * @param sources where they were looked for
     * @param complete false if there may be tasks that were not looked at
     */
    record Found(Map<String, List<ExecutionView>> byState, SourcesView sources, boolean complete) {

        List<ExecutionView> items() {
            return byState.values().stream().flatMap(List::stream).toList();
        }

        /** Counts the tasks by the values of a field. The most frequent values come first. */
        Map<String, Long> facets(HistoryField by) {
            Map<String, Long> counts = new HashMap<>();
            byState.forEach((state, tasks) -> tasks.stream()
                    .map(task -> value(by, state, task))
                    .filter(value -> value != null && !value.isEmpty())
                    .forEach(value -> counts.merge(value, 1L, Long::sum)));
            Map<String, Long> sorted = new LinkedHashMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(HistoryReader.MOST_FACETS)
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return sorted;
        }

        /** Returns the value that a task has in this field; null or empty if it has none. */
        private static String value(HistoryField by, String state, ExecutionView task) {
            return switch (by) {
                case STATE -> state;
                case TASK -> task.name();
                case QUEUE -> task.queue();
                case NODE -> task.worker();
                case USER -> task.user();
                // Only ended tasks have an error.
                default -> "";
            };
        }
    }

    /** Returns the tasks that the query selects. The query must be for tasks that have not ended. */
    Found select(HistoryQuery query) {
        return select(query, LONGEST);
    }

    /** Returns the selected tasks like {@link #select(HistoryQuery)}; tasks of each state are read for this time. */
    Found select(HistoryQuery query, Duration longest) {
        return query.source() == HistoryQuery.Source.NODES ? running(query) : atBroker(query, longest);
    }

    private Found running(HistoryQuery query) {
        Map<String, List<ActiveTask>> nodes = control.active();
        WaitingQuery rest = WaitingQuery.of(query);
        List<ExecutionView> found = new ArrayList<>();
        nodes.forEach((node, tasks) -> tasks.stream()
                .filter(task -> rest.fits(node, task))
                .map(task -> ExecutionView.of(node, task))
                .forEach(found::add));
        return new Found(Map.of(RUNNING, found), SourcesView.nodes(nodes.size()), true);
    }

    private Found atBroker(HistoryQuery query, Duration longest) {
        Map<String, WaitingTasks> all = new LinkedHashMap<>();
        if (names(query, WAITING)) {
            all.put(WAITING, control.reserved(MOST, longest));
        }
        if (names(query, DELAYED)) {
            all.put(DELAYED, control.scheduled(MOST, longest));
        }
        WaitingQuery rest = WaitingQuery.of(query);
        Map<String, List<ExecutionView>> found = new LinkedHashMap<>();
        all.forEach((state, read) -> found.put(
                state,
                read.tasks().stream().filter(rest::fits).map(ExecutionView::of).toList()));
        int scanned =
                all.values().stream().mapToInt(read -> read.tasks().size()).sum();
        boolean isComplete = all.values().stream().allMatch(WaitingTasks::complete);
        return new Found(found, SourcesView.broker(scanned, isComplete), isComplete);
    }

    /** Returns the task with this id, if the task is running or waiting, or if a node has sent it back. */
    Optional<Current> find(String id) {
        return runningOne(id).or(() -> waiting(id)
                .or(() -> control.sentBack(id))
                .map(task -> new Current(ExecutionView.of(task), task.context())));
    }

    private Optional<Current> runningOne(String id) {
        return control.active().entrySet().stream()
                .flatMap(node -> node.getValue().stream()
                        .filter(task -> task.id().equals(id))
                        .map(task -> new Current(ExecutionView.of(node.getKey(), task), task.context())))
                .findFirst();
    }

    /** Returns the task with this id, if the task waits at the broker. */
    Optional<WaitingTask> waiting(String id) {
        return control.waiting(id);
    }

    static Optional<WaitingTask> named(String id, List<WaitingTask> tasks) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * Returns the tasks that are due, queue by queue, each queue in its own order; empty if the broker does not list
     * them.
     */
    List<WaitingTask> queued() {
        return listed(control::reserved);
    }

    /** Returns the tasks that are not due yet; empty if the broker does not list them. */
    List<WaitingTask> delayed() {
        return listed(control::scheduled);
    }

    /**
     * Returns the listed tasks. If the broker does not list them, returns an empty list rather than failing, because
     * another source may still know the task.
     */
    private static List<WaitingTask> listed(IntFunction<List<WaitingTask>> list) {
        try {
            return list.apply(MOST_IN_ORDER);
        } catch (UnsupportedOperationException e) {
            return List.of();
        }
    }

    private static boolean names(HistoryQuery query, String state) {
        return query.terms().stream()
                .anyMatch(term -> term instanceof HistoryQuery.Text text
                        && text.field() == HistoryField.STATE
                        && !text.not()
                        && text.patterns().stream().anyMatch(pattern -> pattern.fits(state)));
    }
}
