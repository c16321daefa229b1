package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.WaitingTask;

/** Finds out why a task waits at the broker. The first reason that applies is the answer. */
final class WhyWaiting {

    private final TaskHistory history;
    private final TaskControl control;
    private final QueueDepths depths;
    private final List<WaitingTask> queued;
    private final List<WaitingTask> later;

    /**
     * Creates a search in the lists that the broker returned at one moment.
     *
     * @param queued the tasks that are due, queue by queue, each queue in its own order
     * @param later the tasks that are not due
     */
    WhyWaiting(
            TaskHistory history,
            TaskControl control,
            QueueDepths depths,
            List<WaitingTask> queued,
            List<WaitingTask> later) {
        this.history = history;
        this.control = control;
        this.depths = depths;
        this.queued = queued;
        this.later = later;
    }

    /**
     * The answer for a task.
     *
     * @param tried when its last execution ended; empty if it has never been run
     */
    WhyNot.Answer answer(WaitingTask task, Optional<Instant> tried, Instant now) {
        Map<String, NodeStats> nodes = control.stats();
        return paused(task)
                .or(() -> control.revokedAt(task.id()).map(Words::revoked))
                .or(() -> new WhyHeld(nodes, later).answer(task, now))
                .or(() -> notDue(task, now, tried))
                .or(() -> unknown(task))
                .or(() -> quiet(task, nodes))
                .or(() -> noConsumer(task, now))
                .or(() -> WhyHeld.afterPause(task, now))
                .orElseGet(() -> queued(task, nodes, now));
    }

    private Optional<WhyNot.Answer> paused(WaitingTask task) {
        Instant queue = control.queuesPausedSince().get(task.queue());
        if (queue != null) {
            return Optional.of(paused("queue", task.queue(), queue));
        }
        return Optional.ofNullable(control.tasksPausedSince().get(task.task()))
                .map(since -> paused("task", task.task(), since));
    }

    private WhyNot.Answer paused(String what, String name, Instant since) {
        String by = new LatestChanges(history).by("pause", what + "s/" + name, since);
        return new WhyNot.Answer(
                "The " + what + " " + name + " is paused since " + Words.time(since) + by + ".",
                "paused-" + what,
                since,
                "Resume the " + what + ".");
    }

    private static Optional<WhyNot.Answer> notDue(WaitingTask task, Instant now, Optional<Instant> tried) {
        if (task.held().isPresent() || task.due().filter(now::isBefore).isEmpty()) {
            return Optional.empty();
        }
        Instant due = task.due().get();
        String when = " in " + Words.span(Duration.between(now, due)) + ", at " + Words.time(due);
        return Optional.of(
                task.retries() > 0
                        ? new WhyNot.Answer(
                                "It is retried" + when + ", as retry " + task.retries() + ".",
                                "retry-wait",
                                tried.or(task::queuedAt).orElse(null),
                                null)
                        : new WhyNot.Answer(
                                "It is due" + when + ".",
                                "not-due",
                                task.queuedAt().orElse(null),
                                null));
    }

    private Optional<WhyNot.Answer> unknown(WaitingTask task) {
        return control.registered().values().stream().anyMatch(known -> known.contains(task.task()))
                ? Optional.empty()
                : Optional.of(new WhyNot.Answer(
                        "No node that replies knows a task named " + task.task() + ".",
                        "unknown-task",
                        task.queuedAt().orElse(null),
                        "Start a node of a release that has the task."));
    }

    private Optional<WhyNot.Answer> quiet(WaitingTask task, Map<String, NodeStats> nodes) {
        if (nodes.isEmpty() || nodes.values().stream().anyMatch(NodeStats::takesTasks)) {
            return Optional.empty();
        }
        LatestChanges changes = new LatestChanges(history);
        // No node has taken tasks since the last of them became quiet.
        Optional<AuditEntry> last = nodes.keySet().stream()
                .flatMap(node -> changes.find("quiet", "workers/" + node).stream())
                .max(Comparator.comparing(AuditEntry::at));
        String since = last.map(entry -> " since " + Words.time(entry.at()) + LatestChanges.by(entry))
                .orElse("");
        return Optional.of(new WhyNot.Answer(
                "No node takes new tasks" + since + ": " + String.join(", ", nodes.keySet()) + ".",
                "nodes-quiet",
                last.map(AuditEntry::at).or(task::queuedAt).orElse(null),
                "Wake a node."));
    }

    private Optional<QueueState> queue(WaitingTask task) {
        return control.queues().stream()
                .filter(queue -> queue.queue().equals(task.queue()))
                .findFirst();
    }

    private Optional<WhyNot.Answer> noConsumer(WaitingTask task, Instant now) {
        if (queue(task)
                .filter(queue -> queue.consumers().equals(OptionalLong.of(0)))
                .isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> since = new QueuePast(history, depths).withoutConsumerSince(task.queue(), now);
        return Optional.of(new WhyNot.Answer(
                "The queue " + task.queue() + " has no consumer"
                        + since.map(at -> " since " + Words.time(at)).orElse("") + ".",
                "no-consumer",
                since.or(task::queuedAt).orElse(null),
                "Let a node consume the queue with add-consumer, or start a node."));
    }

    private WhyNot.Answer queued(WaitingTask task, Map<String, NodeStats> nodes, Instant now) {
        Optional<QueueState> queue = queue(task);
        OptionalLong waiting = queue.map(QueueState::waiting).orElse(OptionalLong.empty());
        String count = waiting.isPresent() ? Words.count(waiting.getAsLong(), "task") : "Tasks";
        String verb = waiting.equals(OptionalLong.of(1)) ? " waits" : " wait";
        String consumers = queue.filter(known -> known.consumers().isPresent())
                .map(known -> " for " + Words.count(known.consumers().getAsLong(), "consumer"))
                .orElse("");
        String pace = waiting.isPresent() ? pace(task, waiting.getAsLong(), now) : "";
        String quiet = nodes.values().stream()
                .filter(node -> !node.takesTasks())
                .map(NodeStats::node)
                .collect(Collectors.joining(", "));
        return new WhyNot.Answer(
                "It waits for a free worker: " + count + verb + " in the queue " + task.queue() + consumers + pace
                        + ".",
                "queue-long",
                task.queuedAt().orElse(null),
                quiet.isEmpty() ? "Add nodes, or wait." : "Wake the node " + quiet + ", add nodes, or wait.");
    }

    private String pace(WaitingTask task, long waiting, Instant now) {
        List<String> ids = queued.stream()
                .filter(other -> other.queue().equals(task.queue()))
                .map(WaitingTask::id)
                .toList();
        int place = ids.indexOf(task.id());
        long before = place < 0 ? waiting : place;
        return new QueuePast(history, depths)
                .timeFor(task.queue(), before + 1, now)
                .map(span -> ", and at the pace of the last ten minutes its turn is in about " + Words.span(span))
                .orElse("");
    }
}
