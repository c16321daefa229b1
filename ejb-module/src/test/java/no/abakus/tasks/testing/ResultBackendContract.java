package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ResultBackend} has to do. A subclass gives one that is empty, for each test. */
public abstract class ResultBackendContract {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final String TOKEN = "secret-1";
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    /** An empty backend. */
    protected abstract ResultBackend backend() throws Exception;

    @Test
    void what_was_never_kept_is_unknown() throws Exception {
        ResultBackend backend = backend();

        assertThat(backend.find("1")).isEmpty();
        assertThat(backend.forget("1")).isFalse();
    }

    @Test
    void a_record_comes_back_as_it_was_kept() throws Exception {
        ResultBackend backend = backend();
        TaskRecord queued = queued("1");
        backend.queued(queued);

        assertThat(backend.find("1")).contains(queued);
    }

    @Test
    void an_end_comes_back_with_value_and_children_and_the_time_of_sending() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        byte[] bytes = new byte[2_000_000];
        bytes[1_999_999] = -1;
        TaskRecord end = new TaskRecord(
                "1",
                "mail.send",
                TaskState.SUCCESS,
                "root",
                Optional.of("parent"),
                0,
                Optional.of("node-ø"),
                Optional.of(NOW),
                Optional.of(NOW.plusMillis(1)),
                Optional.of(NOW.plusMillis(2)),
                LATER,
                Optional.of(new StoredValue("application/json", "gzip", bytes)),
                List.of("a b", "c%d", "æ+"),
                Optional.of(TOKEN));

        assertThat(backend.ended(end, 0)).isTrue();

        // Byte by byte, the recursive comparison would take half a minute for them.
        assertThat(backend.find("1").orElseThrow())
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(end);
    }

    @Test
    void attempts_come_back_in_their_order_and_go_with_their_task() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        backend.queued(queued("2"));
        StoredAttempt first = attempt("1", 0, Optional.empty());
        StoredAttempt second =
                attempt("1", 1, Optional.of(new StoredValue("application/json", "", new byte[] {1, 2, 3})));
        backend.attempted(first);
        backend.attempted(second);
        backend.attempted(attempt("2", 0, Optional.empty()));

        assertThat(backend.attempts("1")).usingRecursiveComparison().isEqualTo(List.of(first, second));
        backend.forget("1");
        assertThat(backend.attempts("1")).isEmpty();
        assertThat(backend.attempts("2")).hasSize(1);
        backend.removeExpired(LATER.plus(Duration.ofDays(400)), 10);
        assertThat(backend.attempts("2")).isEmpty();
    }

    @Test
    void of_a_task_that_asks_for_ever_the_latest_attempts_are_kept() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        for (int i = 0; i < ResultBackend.MOST_ATTEMPTS + 5; i++) {
            backend.attempted(attempt("1", i, Optional.empty()));
        }

        assertThat(backend.attempts("1"))
                .hasSize(ResultBackend.MOST_ATTEMPTS)
                .extracting(StoredAttempt::retries)
                .startsWith(5);
    }

    private static StoredAttempt attempt(String id, int retries, Optional<StoredValue> cause) {
        return new StoredAttempt(id, retries, "node-1", NOW, NOW.plusMillis(1), NOW.plusMillis(2), cause);
    }

    @Test
    void an_id_is_given_once() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));

        assertThatThrownBy(() -> backend.queued(queued("1")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("The task id '1' is taken; nothing was sent");
    }

    @Test
    void a_start_and_an_end_are_kept_of_a_task_whose_sending_was_not() throws Exception {
        ResultBackend backend = backend();

        assertThat(backend.started(record("1", TaskState.STARTED, 0))).isTrue();
        assertThat(backend.ended(record("2", TaskState.FAILURE, 0), 0)).isTrue();

        assertThat(state(backend, "1")).isEqualTo(TaskState.STARTED);
        assertThat(state(backend, "2")).isEqualTo(TaskState.FAILURE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "FAILURE", "REVOKED", "EXPIRED", "REJECTED"})
    void a_final_state_is_never_overwritten(TaskState end) throws Exception {
        ResultBackend backend = backend();
        TaskRecord first = record("1", end, 0);
        backend.ended(first, 0);

        for (TaskState other : List.of(TaskState.SUCCESS, TaskState.FAILURE, TaskState.REVOKED, TaskState.RETRY)) {
            assertThat(backend.ended(record("1", other, 1), 1)).isFalse();
        }

        assertThat(backend.find("1")).contains(first);
        if (end != TaskState.REJECTED) {
            assertThat(backend.started(record("1", TaskState.STARTED, 5))).isFalse();
        }
    }

    @Test
    void a_dead_letter_that_is_sent_again_may_begin() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.REJECTED, 0), 0);

        assertThat(backend.started(record("1", TaskState.STARTED, 0))).isTrue();
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isTrue();
        assertThat(state(backend, "1")).isEqualTo(TaskState.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "STARTED", "RETRY"})
    void from_any_state_that_is_not_final_it_may_begin_and_end(TaskState before) throws Exception {
        ResultBackend backend = backend();
        for (String id : List.of("begin", "end")) {
            backend.ended(record(id, TaskState.RETRY, 0), 0);
            if (before == TaskState.QUEUED) {
                backend.forget(id);
                backend.queued(queued(id));
            } else if (before == TaskState.STARTED) {
                backend.started(record(id, before, 0));
            }
        }

        assertThat(backend.started(record("begin", TaskState.STARTED, 0))).isTrue();
        assertThat(backend.ended(record("end", TaskState.SUCCESS, 0), 0)).isTrue();
    }

    @Test
    void an_execution_that_is_over_neither_begins_nor_ends_again() throws Exception {
        ResultBackend backend = backend();
        backend.started(record("1", TaskState.STARTED, 0));
        assertThat(backend.ended(record("1", TaskState.RETRY, 1), 0)).isTrue();

        assertThat(backend.started(record("1", TaskState.STARTED, 0))).isFalse();
        assertThat(backend.ended(record("1", TaskState.RETRY, 1), 0)).isFalse();
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isFalse();
        assertThat(state(backend, "1")).isEqualTo(TaskState.RETRY);

        assertThat(backend.started(record("1", TaskState.STARTED, 1))).isTrue();
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 1), 1)).isTrue();
    }

    @Test
    void several_that_begin_and_end_are_kept_in_one_go_each_by_its_own_rules() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("waits"));
        backend.started(record("runs", TaskState.STARTED, 0));
        backend.ended(record("over", TaskState.SUCCESS, 0), 0);
        backend.ended(record("dead letter", TaskState.REJECTED, 0), 0);

        List<Boolean> kept = backend.changed(List.of(
                StateChange.start(record("waits", TaskState.STARTED, 0)),
                new StateChange(record("runs", TaskState.SUCCESS, 0), 0),
                new StateChange(record("over", TaskState.FAILURE, 0), 0),
                StateChange.start(record("dead letter", TaskState.STARTED, 0)),
                new StateChange(record("dead letter too", TaskState.REJECTED, 0), 0),
                new StateChange(record("unheard of", TaskState.FAILURE, 0), 0),
                new StateChange(record("runs", TaskState.FAILURE, 0), 0)));

        assertThat(kept).containsExactly(true, true, false, true, true, true, false);
        assertThat(backend.progress(
                        List.of("waits", "runs", "over", "dead letter", "nobody", "unheard of", "dead letter too")))
                .extracting(TaskProgress::state)
                .containsExactly(
                        TaskState.STARTED,
                        TaskState.SUCCESS,
                        TaskState.SUCCESS,
                        TaskState.STARTED,
                        TaskState.UNKNOWN,
                        TaskState.FAILURE,
                        TaskState.REJECTED);
    }

    @Test
    void an_end_without_a_start_leaves_the_start_before_it() throws Exception {
        ResultBackend backend = backend();
        backend.started(record("1", TaskState.STARTED, 0));
        TaskRecord end = record("1", TaskState.EXPIRED, 0);
        TaskRecord neverBegun = new TaskRecord(
                end.id(),
                end.task(),
                end.state(),
                end.rootId(),
                end.parentId(),
                end.retries(),
                end.worker(),
                end.queuedAt(),
                Optional.empty(),
                end.endedAt(),
                end.expiresAt(),
                end.value(),
                end.children(),
                end.token());

        backend.ended(neverBegun, 0);

        assertThat(backend.find("1").orElseThrow().startedAt()).contains(NOW);
    }

    @Test
    void a_message_of_another_task_or_with_another_token_neither_begins_nor_ends_it() throws Exception {
        ResultBackend backend = backend();
        for (TaskState state : List.of(TaskState.STARTED, TaskState.SUCCESS, TaskState.EXPIRED, TaskState.RETRY)) {
            String id = "waits for " + state;
            backend.queued(queued(id));
            for (TaskRecord strangers : List.of(
                    of(id, "mail.open", Optional.of(TOKEN), state),
                    of(id, "mail.send", Optional.of("guessed"), state),
                    of(id, "mail.send", Optional.empty(), state))) {
                assertThat(backend.changed(List.of(
                                state == TaskState.STARTED
                                        ? StateChange.start(strangers)
                                        : new StateChange(strangers, 0))))
                        .containsExactly(false);
            }

            assertThat(backend.find(id)).contains(queued(id));
        }
    }

    @Test
    void of_several_changes_a_strangers_one_keeps_no_other_from_being_kept() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        backend.queued(queued("2"));

        assertThat(backend.changed(List.of(
                        new StateChange(of("1", "mail.send", Optional.empty(), TaskState.SUCCESS), 0),
                        new StateChange(record("2", TaskState.SUCCESS, 0), 0))))
                .containsExactly(false, true);
    }

    @Test
    void the_record_of_a_message_without_a_token_is_changed_by_such_a_message_alone() throws Exception {
        ResultBackend backend = backend();
        backend.started(of("1", "mail.send", Optional.empty(), TaskState.STARTED));

        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isFalse();
        assertThat(backend.ended(of("1", "mail.send", Optional.empty(), TaskState.SUCCESS), 0))
                .isTrue();
        assertThat(backend.find("1").orElseThrow().token()).isEmpty();
    }

    /** A record of this task and token. */
    protected static TaskRecord of(String id, String task, Optional<String> token, TaskState state) {
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

    @Test
    void how_far_a_task_has_come_tells_its_retries() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.RETRY, 3), 2);

        assertThat(backend.progress(List.of("1")))
                .containsExactly(new TaskProgress(TaskState.RETRY, 3, "mail.send", Optional.of(TOKEN)));
    }

    @Test
    void of_many_that_end_a_task_at_once_one_does() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> ends = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> backend.ended(record("1", TaskState.SUCCESS, 0), 0))
                    .toList();
            int won = 0;
            for (Future<Boolean> end : threads.invokeAll(ends)) {
                won += end.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RETRY"})
    void a_task_that_waits_is_revoked_at_once(TaskState before) throws Exception {
        ResultBackend backend = backend();
        if (before == TaskState.QUEUED) {
            backend.queued(queued("1"));
        } else {
            backend.ended(record("1", TaskState.RETRY, 1), 0);
        }

        assertThat(backend.revoke("1", NOW)).isEqualTo(before);

        assertThat(state(backend, "1")).isEqualTo(TaskState.REVOKED);
        assertThat(backend.find("1").orElseThrow().endedAt()).contains(NOW);
        assertThat(backend.started(record("1", TaskState.STARTED, 1))).isFalse();
    }

    @Test
    void the_revocation_of_a_task_that_runs_or_is_unknown_changes_nothing_and_can_be_repeated() throws Exception {
        ResultBackend backend = backend();
        backend.started(record("1", TaskState.STARTED, 0));

        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.STARTED);
        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.STARTED);
        assertThat(backend.revoke("unknown", NOW)).isEqualTo(TaskState.UNKNOWN);

        assertThat(state(backend, "1")).isEqualTo(TaskState.STARTED);
        assertThat(backend.find("unknown")).isEmpty();
    }

    @Test
    void the_revocation_of_a_task_that_has_ended_changes_nothing() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.SUCCESS, 0), 0);

        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.SUCCESS);

        assertThat(state(backend, "1")).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void what_has_expired_is_deleted_batch_by_batch_and_nothing_else() throws Exception {
        ResultBackend backend = backend();
        for (int i = 0; i < 5; i++) {
            backend.queued(queued("old" + i));
        }

        assertThat(backend.removeExpired(LATER, 3)).isZero();
        backend.ended(expiring("new", LATER.plusSeconds(2)), 0);
        Instant after = LATER.plusSeconds(1);

        assertThat(backend.removeExpired(after, 3)).isEqualTo(3);
        assertThat(backend.removeExpired(after, 3)).isEqualTo(2);
        assertThat(backend.removeExpired(after, 3)).isZero();
        assertThat(backend.find("new")).isPresent();
    }

    private static TaskState state(ResultBackend backend, String id) {
        return backend.find(id).orElseThrow().state();
    }

    /** A record of a task that was just sent. */
    protected static TaskRecord queued(String id) {
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
    protected static TaskRecord record(String id, TaskState state, int retries) {
        return record(id, state, retries, LATER);
    }

    private static TaskRecord expiring(String id, Instant expiresAt) {
        return record(id, TaskState.SUCCESS, 0, expiresAt);
    }

    private static TaskRecord record(String id, TaskState state, int retries, Instant expiresAt) {
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
}
