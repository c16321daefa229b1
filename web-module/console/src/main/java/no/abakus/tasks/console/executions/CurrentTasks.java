package no.abakus.tasks.console.executions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import no.abakus.tasks.console.waiting.WaitingQuery;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;

/** Finds tasks that have not ended, both at the broker and on the nodes. */
final class CurrentTasks {

    /** The most tasks that are read from a queue. */
    static final int MOST = 10_000;

    /** The most tasks of a queue that are read to count the tasks before another task. */
    private static final int MOST_IN_ORDER = 1_000;

    private final TaskControl control;

    CurrentTasks(TaskControl control) {
        this.control = control;
    }

    /** A task that has not ended, and its log context if the broker or the node reports it. */
    record Current(ExecutionView view, Map<String, String> context) {}

    /** The tasks that were found, and where they were looked for. */
    record Found(List<ExecutionView> items, SourcesView sources, boolean complete) {}

    Found running(HistoryQuery query) {
        Map<String, List<ActiveTask>> nodes = control.active();
        WaitingQuery rest = WaitingQuery.of(query);
        List<ExecutionView> found = new ArrayList<>();
        nodes.forEach((node, tasks) -> tasks.stream()
                .filter(task -> rest.fits(node, task))
                .map(task -> ExecutionView.of(node, task))
                .forEach(found::add));
        return new Found(found, SourcesView.nodes(nodes.size()), true);
    }

    Found atBroker(HistoryQuery query) {
        WaitingQuery rest = WaitingQuery.of(query);
        List<WaitingTask> all = new ArrayList<>();
        if (names(query, "waiting")) {
            all.addAll(control.reserved(MOST));
        }
        if (names(query, "delayed")) {
            all.addAll(control.scheduled(MOST));
        }
        List<ExecutionView> found =
                all.stream().filter(rest::fits).map(ExecutionView::of).toList();
        boolean isComplete = all.size() < MOST;
        return new Found(found, SourcesView.broker(all.size(), isComplete), isComplete);
    }

    /** Returns the task with this id, if the task is running or waiting. */
    Optional<Current> find(String id) {
        return runningOne(id).or(() -> waiting(id).map(task -> new Current(ExecutionView.of(task), task.context())));
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

    /** Returns the tasks that are due, in the order of their queues; empty if the broker does not list them. */
    List<WaitingTask> queued() {
        return listed(control::reserved);
    }

    /** Returns the tasks that are not due; empty if the broker does not list them. */
    List<WaitingTask> delayed() {
        return listed(control::scheduled);
    }

    /**
     * Returns the listed tasks, or none if the broker does not list them. A task that is found nowhere is then unknown,
     * which is not a failure.
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
