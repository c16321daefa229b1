package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleRecords.NOW;
import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static no.abakus.tasks.testing.SampleRecords.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which change of a task's state a store of results accepts, whoever asks for it first. */
public interface StateChangesContract extends EmptyResults {

    @Test
    default void a_start_and_an_end_are_kept_of_a_task_whose_sending_was_not() throws Exception {
        ResultBackend backend = backend();

        assertThat(backend.started(record("1", TaskState.STARTED, 0))).isTrue();
        assertThat(backend.ended(record("2", TaskState.FAILURE, 0), 0)).isTrue();

        assertThat(state(backend, "1")).isEqualTo(TaskState.STARTED);
        assertThat(state(backend, "2")).isEqualTo(TaskState.FAILURE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "FAILURE", "REVOKED", "EXPIRED", "REJECTED"})
    default void a_final_state_is_never_overwritten(TaskState end) throws Exception {
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
    default void a_dead_letter_that_is_sent_again_may_begin() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.REJECTED, 0), 0);

        assertThat(backend.started(record("1", TaskState.STARTED, 0))).isTrue();
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isTrue();
        assertThat(state(backend, "1")).isEqualTo(TaskState.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "STARTED", "RETRY"})
    default void from_any_state_that_is_not_final_it_may_begin_and_end(TaskState before) throws Exception {
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
    default void an_execution_that_is_over_neither_begins_nor_ends_again() throws Exception {
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
    default void several_that_begin_and_end_are_kept_in_one_go_each_by_its_own_rules() throws Exception {
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
    default void an_end_without_a_start_leaves_the_start_before_it() throws Exception {
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
    default void of_many_that_end_a_task_at_once_one_does() throws Exception {
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
}
