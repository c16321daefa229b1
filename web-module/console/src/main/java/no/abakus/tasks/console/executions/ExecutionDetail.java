package no.abakus.tasks.console.executions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.abakus.logging.Redaction;
import no.abakus.tasks.console.control.ProgressView;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.KeptMessage;

/** A task with all its executions as clients see it; unknown values are null. */
record ExecutionDetail(
        String taskId,
        String name,
        String state,
        String queue,
        String worker,
        Instant dateQueued,
        Instant dateDue,
        Instant dateStarted,
        Instant dateDone,
        Double waited,
        Double runtime,
        int retries,
        String requestId,
        String user,
        String error,
        String group,
        String args,
        String parentId,
        String rootId,
        Map<String, String> context,
        Failure exception,
        boolean lines,
        Message message,
        boolean retryable,
        String notRetryable,
        String retriedAs,
        String retryOf,
        List<Attempt> attempts,
        ProgressView progress,
        SourcesView sources) {

    /**
     * Properties of the message that are not shown. Some have members of their own here. The others are follow-up
     * tasks, whose arguments could contain secrets.
     */
    private static final List<String> SHOWN_ELSEWHERE = List.of("context", "queue", "link", "link_error");

    record Failure(String type, String message, String traceback) {}

    record Message(String contentType, String compression, long size, boolean kept, Map<String, Object> properties) {

        static Message of(KeptMessage kept) {
            return new Message(
                    kept.contentType().orElse(null),
                    kept.compression().orElse(null),
                    kept.size(),
                    kept.bodyKept(),
                    shown(kept.properties()));
        }

        /**
         * Returns the properties to show. Headers are redacted, because they may contain secrets, as log fields may.
         */
        private static Map<String, Object> shown(Map<String, Object> properties) {
            Map<String, Object> shown = new LinkedHashMap<>();
            properties.forEach((name, value) -> {
                if (!SHOWN_ELSEWHERE.contains(name)) {
                    shown.put(name, value instanceof Map<?, ?> members ? redacted(members) : value);
                }
            });
            return shown;
        }

        private static Map<String, Object> redacted(Map<?, ?> members) {
            Map<String, Object> shown = new TreeMap<>();
            members.forEach((name, value) -> shown.put(
                    String.valueOf(name),
                    value == null ? null : Redaction.active().value(String.valueOf(name), value)));
            return shown;
        }
    }

    record Attempt(
            int retries,
            String state,
            String worker,
            Instant dateStarted,
            Instant dateDone,
            Double waited,
            Double runtime,
            String error) {
        static Attempt of(EndedTask task) {
            return new Attempt(
                    task.retries(),
                    task.state().celeryName(),
                    task.node(),
                    task.startedAt().orElse(null),
                    task.endedAt(),
                    ExecutionView.seconds(task.waited()),
                    ExecutionView.seconds(task.took()),
                    task.error().orElse(null));
        }
    }

    /**
     * Returns the detail of a task that has ended executions.
     *
     * @param executions the executions that have ended, the last execution first
     * @param retryOf the failed task that an operator sent again as this one; null if there is none
     * @param progress the progress of an execution that follows the ended ones; null if there is none
     */
    static ExecutionDetail of(
            List<EndedTask> executions,
            Optional<KeptMessage> kept,
            String retryOf,
            ProgressView progress,
            SourcesView sources) {
        EndedTask last = executions.get(0);
        ExecutionView view = ExecutionView.of(last);
        List<Attempt> attempts = new ArrayList<>();
        executions.forEach(task -> attempts.add(0, Attempt.of(task)));
        String obstacle = obstacle(last, kept);
        return with(
                view,
                last.context(),
                kept.flatMap(evidence -> exception(last, evidence)).orElse(null),
                kept.filter(evidence -> !evidence.lines().isEmpty()).isPresent(),
                kept.filter(evidence -> evidence.contentType().isPresent())
                        .map(Message::of)
                        .orElse(null),
                obstacle,
                kept.flatMap(KeptMessage::retriedAs).orElse(null),
                retryOf,
                attempts,
                progress,
                sources);
    }

    /** Returns the detail of a task that has not ended. */
    static ExecutionDetail of(ExecutionView current, Map<String, String> context, SourcesView sources) {
        return with(
                current, context, null, false, null, "not-failed", null, null, List.of(), current.progress(), sources);
    }

    private static ExecutionDetail with(
            ExecutionView view,
            Map<String, String> context,
            Failure exception,
            boolean lines,
            Message message,
            String obstacle,
            String retriedAs,
            String retryOf,
            List<Attempt> attempts,
            ProgressView progress,
            SourcesView sources) {
        return new ExecutionDetail(
                view.taskId(),
                view.name(),
                view.state(),
                view.queue(),
                view.worker(),
                view.dateQueued(),
                view.dateDue(),
                view.dateStarted(),
                view.dateDone(),
                view.waited(),
                view.runtime(),
                view.retries(),
                view.requestId(),
                view.user(),
                view.error(),
                view.group(),
                view.args(),
                view.parentId(),
                view.rootId(),
                new TreeMap<>(context),
                exception,
                lines,
                message,
                obstacle == null,
                obstacle,
                retriedAs,
                retryOf,
                attempts,
                progress,
                sources);
    }

    private static Optional<Failure> exception(EndedTask task, KeptMessage evidence) {
        if (task.errorType().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Failure(
                task.errorType().get(),
                task.errorMessage().orElse(null),
                evidence.traceback().orElse(null)));
    }

    private static String obstacle(EndedTask last, Optional<KeptMessage> kept) {
        if (!last.isFailure() || kept.isEmpty()) {
            return "not-failed";
        }
        if (kept.get().retriedAs().isPresent()) {
            return "already-retried";
        }
        return last.retryable() ? null : "body-not-kept";
    }
}
