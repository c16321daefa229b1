package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.console.control.ProgressView;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.WaitingTask;

/** An execution as clients see it; unknown values are null. */
record ExecutionView(
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
        int weight,
        boolean retryable,
        ProgressView progress) {

    static ExecutionView of(EndedTask task) {
        return new ExecutionView(
                task.taskId(),
                task.task(),
                task.state().celeryName(),
                task.queue().orElse(null),
                task.node(),
                task.sentAt().orElse(null),
                null,
                task.startedAt().orElse(null),
                task.endedAt(),
                seconds(task.waited()),
                seconds(task.took()),
                task.retries(),
                task.requestId().orElse(null),
                task.user().orElse(null),
                task.error().orElse(null),
                task.group().orElse(null),
                task.arguments().orElse(null),
                task.parentId().orElse(null),
                task.rootId(),
                task.weight(),
                task.retryable(),
                null);
    }

    static ExecutionView of(WaitingTask task) {
        return current(
                task.id(),
                task.task(),
                "PENDING",
                task.queue(),
                null,
                task.due(),
                Optional.empty(),
                task.retries(),
                task.requestId(),
                task.user(),
                task.arguments(),
                null);
    }

    static ExecutionView of(String node, ActiveTask task) {
        return current(
                task.id(),
                task.task(),
                "STARTED",
                task.queue(),
                node,
                Optional.empty(),
                Optional.of(task.since()),
                task.retries(),
                task.requestId(),
                task.user(),
                task.arguments(),
                ProgressView.of(task.progress()));
    }

    private static ExecutionView current(
            String id,
            String name,
            String state,
            String queue,
            String node,
            Optional<Instant> due,
            Optional<Instant> started,
            int retries,
            Optional<String> requestId,
            Optional<String> user,
            Optional<String> arguments,
            ProgressView progress) {
        return new ExecutionView(
                id,
                name,
                state,
                queue,
                node,
                null,
                due.orElse(null),
                started.orElse(null),
                null,
                null,
                null,
                retries,
                requestId.orElse(null),
                user.orElse(null),
                null,
                null,
                arguments.orElse(null),
                null,
                null,
                1,
                false,
                progress);
    }

    static Double seconds(Optional<Duration> span) {
        return span.map(known -> known.toMillis() / 1e3).orElse(null);
    }
}
