package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;

/** Finds out why a task waits at the broker. The first reason that applies is the answer. */
final class WhyWaiting {

    private final TaskControl control;

    WhyWaiting(TaskControl control) {
        this.control = control;
    }

    WhyNot.Answer answer(WaitingTask task) {
        return paused(task)
                .or(() -> notDue(task))
                .or(() -> noNode(task))
                .or(() -> noConsumer(task))
                .or(() -> limited(task))
                .orElseGet(() -> queued(task));
    }

    private Optional<WhyNot.Answer> paused(WaitingTask task) {
        if (control.pausedQueues().contains(task.queue())) {
            return answer("The queue " + task.queue() + " is paused.", "paused-queue", "Resume the queue.");
        }
        if (control.pausedTasks().contains(task.task())) {
            return answer("The task " + task.task() + " is paused.", "paused-task", "Resume the task.");
        }
        return Optional.empty();
    }

    private static Optional<WhyNot.Answer> answer(String sentence, String code, String fix) {
        return Optional.of(new WhyNot.Answer(sentence, code, null, fix));
    }

    private static Optional<WhyNot.Answer> notDue(WaitingTask task) {
        Instant now = Instant.now();
        if (task.due().filter(now::isBefore).isEmpty()) {
            return Optional.empty();
        }
        String left = words(Duration.between(now, task.due().get()));
        return task.retries() > 0
                ? answer("It is retried in " + left + ", for the " + task.retries() + ". time.", "retry-wait", null)
                : answer("It is due in " + left + ".", "not-due", null);
    }

    private static String words(Duration span) {
        if (span.toDays() > 1) {
            return span.toDays() + " days";
        }
        if (span.toHours() > 1) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " minutes" : Math.max(1, span.toSeconds()) + " s";
    }

    private Optional<WhyNot.Answer> noNode(WaitingTask task) {
        if (control.registered().values().stream().noneMatch(known -> known.contains(task.task()))) {
            return answer(
                    "No node that replies knows a task named " + task.task() + ".",
                    "unknown-task",
                    "Start a node of a release that has the task.");
        }
        Map<String, NodeStats> nodes = control.stats();
        if (!nodes.isEmpty() && nodes.values().stream().noneMatch(NodeStats::takesTasks)) {
            return answer(
                    "No node takes new tasks: " + String.join(", ", nodes.keySet()) + ".",
                    "nodes-quiet",
                    "Wake a node.");
        }
        return Optional.empty();
    }

    private Optional<QueueState> queue(WaitingTask task) {
        return control.queues().stream()
                .filter(queue -> queue.queue().equals(task.queue()))
                .findFirst();
    }

    private Optional<WhyNot.Answer> noConsumer(WaitingTask task) {
        Optional<QueueState> queue = queue(task);
        if (queue.isPresent() && queue.get().consumers().equals(OptionalLong.of(0))) {
            return answer(
                    "The queue " + task.queue() + " has no consumer.",
                    "no-consumer",
                    "Let a node consume the queue: add-consumer, or start a node.");
        }
        return Optional.empty();
    }

    private Optional<WhyNot.Answer> limited(WaitingTask task) {
        return control.stats().values().stream()
                .flatMap(node -> Optional.ofNullable(node.rateLimits().get(task.task())).stream())
                .findFirst()
                .flatMap(rate -> answer(
                        "It waits for its turn: " + task.task() + " may begin " + rate + ".",
                        "rate-limit",
                        "Raise the rate limit."));
    }

    private WhyNot.Answer queued(WaitingTask task) {
        Optional<QueueState> queue = queue(task);
        String count = queue.filter(known -> known.waiting().isPresent())
                .map(known -> known.waiting().getAsLong() + " tasks wait")
                .orElse("Tasks wait");
        String consumers = queue.filter(known -> known.consumers().isPresent())
                .map(known -> " for " + known.consumers().getAsLong() + " consumers")
                .orElse("");
        return new WhyNot.Answer(
                "It waits for a free worker: " + count + " in the queue " + task.queue() + consumers + ".",
                "queue-long",
                null,
                "Add nodes, or wait.");
    }
}
