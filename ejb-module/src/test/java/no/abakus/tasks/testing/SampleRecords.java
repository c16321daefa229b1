package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.TaskRecord;

/** Records of tasks as tests store them: fixed times, one token, one task name. */
public final class SampleRecords {

    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    public static final String TOKEN = "secret-1";
    public static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private SampleRecords() {}

    /** A record of this task and token. */
    public static TaskRecord recordOf(String id, String task, Optional<String> token, TaskState state) {
        TaskRecord like = record(id, state, 0);
        return new TaskRecord(
                id,
                task,
                state,
                like.rootId(),
                like.parentId(),
                0,
                like.worker(),
                like.queuedAt(),
                like.startedAt(),
                like.endedAt(),
                like.expiresAt(),
                like.value(),
                like.children(),
                token);
    }

    /** The state that the backend has of this task. */
    public static TaskState state(ResultBackend backend, String id) {
        return backend.find(id).orElseThrow().state();
    }

    /** A record of a task that was just sent. */
    public static TaskRecord queued(String id) {
        return new TaskRecord(
                id,
                "mail.send",
                TaskState.QUEUED,
                "root",
                Optional.of("parent"),
                0,
                Optional.empty(),
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                LATER,
                Optional.empty(),
                List.of(),
                Optional.of(TOKEN));
    }

    /** A record of an execution that has begun or ended. */
    public static TaskRecord record(String id, TaskState state, int retries) {
        return record(id, state, retries, LATER);
    }

    /** As {@link #record(String, TaskState, int)}, kept until this instant. */
    public static TaskRecord record(String id, TaskState state, int retries, Instant expiresAt) {
        return new TaskRecord(
                id,
                "mail.send",
                state,
                id,
                Optional.empty(),
                retries,
                Optional.of("node"),
                Optional.empty(),
                Optional.of(NOW),
                state.isFinal() ? Optional.of(NOW) : Optional.empty(),
                expiresAt,
                Optional.empty(),
                List.of(),
                Optional.of(TOKEN));
    }

    /** A record of a success that is kept until this instant. */
    public static TaskRecord expiring(String id, Instant expiresAt) {
        return record(id, TaskState.SUCCESS, 0, expiresAt);
    }
}
