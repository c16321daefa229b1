package no.abakus.tasks.console.executions;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryStates;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TaskReport;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.tasks.operate.WaitingTask;

/** Finds out why a task is not running. The first reason that applies is the answer. */
final class WhyNot {

    /**
     * A reason.
     *
     * @param sentence the reason in words
     * @param code the reason as a stable code
     * @param since since when it applies; null if that is not known
     * @param fix what would help; null if there is nothing to do
     */
    record Answer(String sentence, String code, Instant since, String fix) {}

    /** The code for a task that is known, but was found neither on a node nor at the broker. */
    private static final String UNKNOWN = "unknown";

    private final TaskHistory history;
    private final TaskControl control;
    private final TaskResults results;
    private final DeadLetterQueue letters;
    private final QueueDepths depths;

    WhyNot(TaskHistory history, TaskControl control, TaskResults results, DeadLetterQueue letters, QueueDepths depths) {
        this.history = history;
        this.control = control;
        this.results = results;
        this.letters = letters;
        this.depths = depths;
    }

    /** Returns the reason; empty if no source knows the task. */
    Optional<Answer> answer(String id, Instant now) {
        Optional<Answer> running = running(id);
        if (running.isPresent()) {
            return running;
        }
        List<EndedTask> executions = history.executions(id);
        boolean isFinal = !executions.isEmpty() && executions.get(0).state() != TaskState.RETRY;
        if (isFinal && executions.get(0).state() != TaskState.REJECTED) {
            return Optional.of(ended(executions.get(0)));
        }
        CurrentTasks current = new CurrentTasks(control);
        List<WaitingTask> queued = current.queued();
        Optional<WaitingTask> inQueue = CurrentTasks.named(id, queued);
        List<WaitingTask> later = inQueue.isPresent() ? List.of() : current.delayed();
        Optional<WaitingTask> waiting = inQueue.or(() -> CurrentTasks.named(id, later))
                // Perhaps more tasks wait than were listed.
                .or(() -> current.waiting(id));
        WhyWaiting why = new WhyWaiting(history, control, depths, queued, later);
        Optional<Instant> tried = executions.stream().map(EndedTask::endedAt).findFirst();
        if (waiting.isPresent()) {
            return Optional.of(why.answer(waiting.get(), tried, now));
        }
        Optional<DeadLetter> letter =
                letters.page(one -> one.taskId().equals(id), Set.of(), Optional.empty(), 1).letters().stream()
                        .findFirst();
        if (letter.isPresent()) {
            return Optional.of(new Answer(
                    "It is a dead letter: " + letter.get().detail(),
                    "dead-letter",
                    instant(letter.get().at()),
                    "Correct the cause, then send the dead letter again or delete it."));
        }
        if (isFinal) {
            return Optional.of(ended(executions.get(0)));
        }
        Optional<Answer> slot = slot(id);
        if (slot.isPresent()) {
            return slot;
        }
        Optional<TaskReport> report = results.find(id);
        return report.flatMap(WhyNot::recordedEnd)
                // Not every broker lists the tasks that wait for their time, but the nodes that sent them back do.
                .or(() -> control.sentBack(id).map(task -> why.answer(task, tried, now)))
                .or(() -> control.revokedAt(id).map(Words::revoked))
                .or(() -> report.map(WhyNot::unseen))
                .or(() -> executions.stream().findFirst().map(WhyNot::lost));
    }

    private Optional<Answer> slot(String id) {
        return control.waitingForSlot().entrySet().stream()
                .filter(node -> node.getValue().containsKey(id))
                .map(node -> new Answer(
                        "Node " + node.getKey()
                                + " has received it, and it waits there for one of the slots of tasks that"
                                + " are acknowledged before they run.",
                        "waits-for-slot",
                        node.getValue().get(id),
                        "Raise abakus.tasks.acks.early-slots, add nodes, or wait."))
                .findFirst();
    }

    private Optional<Answer> running(String id) {
        return control.active().entrySet().stream()
                .flatMap(node -> node.getValue().stream()
                        .filter(task -> task.id().equals(id))
                        .map(task -> running(node.getKey(), task)))
                .findFirst();
    }

    private static Answer running(String node, ActiveTask task) {
        String sentence = "It has been running on node " + node + " since " + Words.time(task.since()) + ".";
        return new Answer(sentence, "running", task.since(), null);
    }

    private static Answer ended(EndedTask task) {
        String error = task.error().map(text -> ": " + text).orElse("");
        String sentence = "It has ended as " + HistoryStates.word(task.state()) + error + ".";
        boolean isRevoked = task.state() == TaskState.REVOKED;
        return new Answer(
                sentence, isRevoked ? "revoked" : "ended", task.endedAt(), task.retryable() ? "Send it again." : null);
    }

    /** Returns the answer for a task whose record says that it has ended; empty if the record does not say so. */
    private static Optional<Answer> recordedEnd(TaskReport report) {
        if (!report.state().isFinal()) {
            return Optional.empty();
        }
        boolean isRevoked = report.state() == TaskState.REVOKED;
        return Optional.of(new Answer(
                "It has ended as " + HistoryStates.word(report.state()) + ".",
                isRevoked ? "revoked" : "ended",
                report.endedAt().orElse(null),
                null));
    }

    /** The answer for a task that has been sent, but that no node and no list of the broker knows. */
    private static Answer unseen(TaskReport report) {
        return new Answer(
                "It was sent, but it is on no node that replies, and the broker does not list it.",
                UNKNOWN,
                report.queuedAt().orElse(null),
                null);
    }

    /** The answer for a task that is to be retried, but that no node and no list of the broker knows. */
    private static Answer lost(EndedTask last) {
        return new Answer("It is to be retried, but the broker does not list it.", UNKNOWN, last.endedAt(), null);
    }

    /**
     * Returns the time of a dead letter; null if the text is not a time. Anybody who may write to the broker can write
     * a dead letter with any text as its time.
     */
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
