package no.abakus.tasks.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.spi.TaskMessage;

/** A worker's record of a task, built part by part. Not thread-safe. */
final class RecordDraft {

    private final TaskMessage message;
    private final TaskState state;
    private final String worker;
    private final Instant begun;
    private int retries;
    private Instant expiresAt;
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<StoredValue> value = Optional.empty();
    private List<String> children = List.of();

    RecordDraft(TaskMessage message, TaskState state, String worker, Instant begun) {
        this.message = message;
        this.state = state;
        this.worker = worker;
        this.begun = begun;
        this.retries = message.retries();
    }

    RecordDraft retries(int count) {
        retries = count;
        return this;
    }

    RecordDraft expiringAt(Instant instant) {
        expiresAt = instant;
        return this;
    }

    RecordDraft endedAt(Instant instant) {
        endedAt = Optional.of(instant);
        return this;
    }

    RecordDraft value(Optional<StoredValue> stored) {
        value = stored;
        return this;
    }

    RecordDraft children(List<String> ids) {
        children = ids;
        return this;
    }

    TaskRecord build() {
        return new TaskRecord(
                message.id(),
                message.task(),
                state,
                message.rootId(),
                message.parentId(),
                retries,
                Optional.of(worker),
                Optional.empty(),
                // The execution of an expired task has not started. The empty value keeps the start of an earlier
                // execution in the database.
                state == TaskState.EXPIRED ? Optional.empty() : Optional.of(begun),
                endedAt,
                expiresAt,
                value,
                children,
                message.token());
    }
}
