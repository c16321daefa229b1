package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.WaitingTask;

/** Says why a worker has sent a task back to the broker. */
final class WhyHeld {

    private final Map<String, NodeStats> nodes;
    private final List<WaitingTask> later;

    WhyHeld(Map<String, NodeStats> nodes, List<WaitingTask> later) {
        this.nodes = nodes;
        this.later = later;
    }

    /**
     * Returns the answer; empty if no worker sent the task back, if the task is due again, or if a pause was the
     * reason.
     */
    Optional<WhyNot.Answer> answer(WaitingTask task, Instant now) {
        if (task.due().filter(now::isBefore).isEmpty()) {
            return Optional.empty();
        }
        return task.held().map(held -> known(task, held)).flatMap(held -> answer(task, held, now));
    }

    /**
     * Adds the beginning of the hold if the message lacks it, because a node of an earlier release sent the message
     * back. The time of that return is then used.
     */
    private static HeldTask known(WaitingTask task, HeldTask held) {
        return new HeldTask(held.reason(), held.turn(), held.since().or(task::queuedAt));
    }

    private Optional<WhyNot.Answer> answer(WaitingTask task, HeldTask held, Instant now) {
        return switch (held.reason()) {
            case HeldTask.PAUSED -> Optional.empty();
            case HeldTask.RATE_LIMIT -> Optional.of(limited(task, held, now));
            case HeldTask.SUSPECT ->
                answer(
                        "It was running when a server died, and so were other tasks. They are tried one after the"
                                + " other, to find the one that ended the server. It waits for its turn" + since(held)
                                + ".",
                        held,
                        "If it is known to end the server, revoke it.");
            case HeldTask.CLAIMED ->
                answer(
                        "It must not run twice, and the node that started it may still be running it" + since(held)
                                + ". What happens to it is decided once that node responds or is known to be dead.",
                        held,
                        "Start that node again, or wait.");
            case HeldTask.MEMORY ->
                answer(
                        "Its arguments take more memory than the node that received it had free" + since(held)
                                + ". It is delivered again every second.",
                        held,
                        "Raise abakus.tasks.message.decoding-memory, add nodes, or wait.");
            case "unknown-task" ->
                answer(
                        "No node that received it knows a task named " + task.task() + since(held) + ".",
                        held,
                        "Start a node of a release that has the task.");
            case "arguments" ->
                answer(
                        "Its arguments do not fit the task " + task.task() + " on the nodes that received it"
                                + since(held) + ".",
                        held,
                        "Start a node of a release whose task accepts them.");
            case "no-connection" ->
                answer(
                        "It lacks a connection to a system that it needs" + since(held)
                                + ". It is tried again after pauses of up to a minute.",
                        held,
                        "Make that system reachable; the log names it.");
            default ->
                answer(
                        "The node that received it could not run it (" + held.reason() + ")" + since(held) + ".",
                        held,
                        "See the log of the nodes for the task's id.");
        };
    }

    private static String since(HeldTask held) {
        return held.since().map(at -> " since " + Words.time(at)).orElse("");
    }

    private static Optional<WhyNot.Answer> answer(String sentence, HeldTask held, String fix) {
        return Optional.of(
                new WhyNot.Answer(sentence, held.reason(), held.since().orElse(null), fix));
    }

    private WhyNot.Answer limited(WaitingTask task, HeldTask held, Instant now) {
        String facts =
                Stream.concat(rate(task).stream(), before(task, held).stream()).collect(Collectors.joining(", and "));
        Duration left = Duration.between(now, held.turn());
        return new WhyNot.Answer(
                "It waits for its turn" + since(held) + (facts.isEmpty() ? "" : ": " + facts) + ". Its turn is in "
                        + Words.span(left) + ", at " + Words.time(held.turn()) + ".",
                HeldTask.RATE_LIMIT,
                held.since().orElse(null),
                "Raise the rate limit.");
    }

    private Optional<String> rate(WaitingTask task) {
        return nodes.values().stream()
                .flatMap(node -> Optional.ofNullable(node.rateLimits().get(task.task())).stream())
                .findFirst()
                .map(limit -> task.task() + " may begin " + limit);
    }

    /**
     * Says how many tasks are before this one; empty if the broker did not list this one, because it may then not have
     * listed the others either.
     */
    private Optional<String> before(WaitingTask task, HeldTask held) {
        if (CurrentTasks.named(task.id(), later).isEmpty()) {
            return Optional.empty();
        }
        long before = later.stream()
                .filter(other -> other.task().equals(task.task()))
                .flatMap(other -> other.held().stream())
                .filter(other -> other.reason().equals(HeldTask.RATE_LIMIT)
                        && other.turn().isBefore(held.turn()))
                .count();
        return Optional.of(Words.count(before, "task") + (before == 1 ? " is" : " are") + " before it");
    }

    /** The answer for a task that was sent back during a pause that has ended. */
    static Optional<WhyNot.Answer> afterPause(WaitingTask task, Instant now) {
        if (task.held().filter(held -> held.reason().equals(HeldTask.PAUSED)).isEmpty()
                || task.due().filter(now::isBefore).isEmpty()) {
            return Optional.empty();
        }
        Instant due = task.due().get();
        return Optional.of(new WhyNot.Answer(
                "It was sent back during a pause that has ended, and is delivered again in "
                        + Words.span(Duration.between(now, due)) + ", at " + Words.time(due) + ".",
                "pause-ended",
                task.queuedAt().orElse(null),
                null));
    }
}
