package no.abakus.tasks.console.rest;

import java.time.Instant;
import java.util.List;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.spi.TaskRecord;

/** What has become of a task, as clients see it: states by Celery's names, null for what is not known. */
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
        List<Attempt> attempts) {

    /** The exception as text: nothing of it is a class to anybody, and it is redacted as in a line. */
    record Failure(String type, String message, String traceback) {
        static Failure of(TaskFailure failure) {
            Redaction redaction = Redaction.active();
            return new Failure(
                    failure.type(),
                    failure.message().map(redaction::text).orElse(null),
                    redaction.text(failure.traceback()));
        }
    }

    /** An execution that asked to be run again. */
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

    static ResultView of(TaskRecord record, Results results) {
        return new ResultView(
                record.id(),
                record.task(),
                record.state().celeryName(),
                results.plainValue(record),
                results.failure(record).map(Failure::of).orElse(null),
                record.children(),
                record.parentId().orElse(null),
                record.rootId(),
                record.retries(),
                record.worker().orElse(null),
                record.queuedAt().orElse(null),
                record.startedAt().orElse(null),
                record.endedAt().orElse(null),
                record.retries() == 0
                        ? List.of()
                        : results.attempts(record.id()).stream()
                                .map(Attempt::of)
                                .toList());
    }
}
