package no.abakus.tasks.console.executions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryStates;
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

    private final TaskHistory history;
    private final TaskControl control;
    private final TaskResults results;
    private final DeadLetterQueue letters;

    WhyNot(TaskHistory history, TaskControl control, TaskResults results, DeadLetterQueue letters) {
        this.history = history;
        this.control = control;
        this.results = results;
        this.letters = letters;
    }

    Answer answer(String id) {
        Optional<ExecutionView> running = running(id);
        if (running.isPresent()) {
            return new Answer(
                    "It runs on node " + running.get().worker() + ".",
                    "running",
                    running.get().dateStarted(),
                    null);
        }
        List<EndedTask> executions = history.executions(id);
        boolean isFinal = !executions.isEmpty() && executions.get(0).state() != TaskState.RETRY;
        if (isFinal && executions.get(0).state() != TaskState.REJECTED) {
            return ended(executions.get(0));
        }
        Optional<WaitingTask> waiting = new CurrentTasks(control).waiting(id);
        if (waiting.isPresent()) {
            return new WhyWaiting(control).answer(waiting.get());
        }
        Optional<DeadLetter> letter =
                letters.page(one -> one.taskId().equals(id), Optional.empty(), 1).letters().stream()
                        .findFirst();
        if (letter.isPresent()) {
            return new Answer(
                    "It is a dead letter: " + letter.get().detail(),
                    "dead-letter",
                    null,
                    "Correct the cause, then send the dead letter again or delete it.");
        }
        return isFinal ? ended(executions.get(0)) : recorded(id);
    }

    private Optional<ExecutionView> running(String id) {
        return control.active().entrySet().stream()
                .flatMap(node -> node.getValue().stream()
                        .filter(task -> task.id().equals(id))
                        .map(task -> ExecutionView.of(node.getKey(), task)))
                .findFirst();
    }

    private static Answer ended(EndedTask task) {
        String error = task.error().map(text -> ": " + text).orElse("");
        String sentence = "It has ended as " + HistoryStates.word(task.state()) + error + ".";
        boolean isRevoked = task.state() == TaskState.REVOKED;
        return new Answer(
                sentence, isRevoked ? "revoked" : "ended", task.endedAt(), task.retryable() ? "Send it again." : null);
    }

    private Answer recorded(String id) {
        Optional<TaskReport> report = results.find(id);
        if (report.isPresent() && report.get().state().isFinal()) {
            boolean isRevoked = report.get().state() == TaskState.REVOKED;
            return new Answer(
                    "It has ended as " + HistoryStates.word(report.get().state()) + ".",
                    isRevoked ? "revoked" : "ended",
                    report.get().endedAt().orElse(null),
                    null);
        }
        return new Answer(
                "Nothing is known of it: it was never sent, it succeeded and was not kept, or the broker does not list it.",
                "unknown",
                null,
                null);
    }
}
