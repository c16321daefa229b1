package no.abakus.tasks.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.console.control.ProgressView;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.operate.TaskReport;

/** The outcome of a task as clients see it: states have Celery's names, and unknown values are null. */
record ResultView(
        String taskId,
        String name,
        String state,
        Object result,
        Failure exception,
        List<String> children,
        String parentId,
        String rootId,
        int retries,
        String worker,
        Instant dateQueued,
        Instant dateStarted,
        Instant dateDone,
        List<Attempt> attempts,
        ProgressView progress) {

    /**
     * The exception as text, redacted like a log line. Clients can read it even if they do not have the exception's
     * class.
     */
    record Failure(String type, String message, String traceback) {
        static Failure of(TaskFailure failure) {
            Redaction redaction = Redaction.active();
            return new Failure(
                    failure.type(),
                    failure.message().map(redaction::text).orElse(null),
                    redaction.text(failure.traceback()));
        }
    }

    /** An execution that ended with a retry. */
    record Attempt(
            int retries, String worker, Instant dateStarted, Instant dateDone, Instant nextEta, Failure exception) {
        static Attempt of(TaskAttempt attempt) {
            return new Attempt(
                    attempt.retries(),
                    attempt.worker(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.nextAt(),
                    attempt.cause().map(Failure::of).orElse(null));
        }
    }

    static ResultView of(TaskReport report, Optional<ReportedProgress> progress) {
        return new ResultView(
                report.id(),
                report.task(),
                report.state().celeryName(),
                report.value().orElse(null),
                report.failure().map(Failure::of).orElse(null),
                report.children(),
                report.parentId().orElse(null),
                report.rootId(),
                report.retries(),
                report.worker().orElse(null),
                report.queuedAt().orElse(null),
                report.startedAt().orElse(null),
                report.endedAt().orElse(null),
                report.attempts().stream().map(Attempt::of).toList(),
                ProgressView.of(progress));
    }
}
