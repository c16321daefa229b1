package no.abakus.tasks.result.jdbc;

import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.testing.ResultBackendContract;
import org.junit.jupiter.api.Test;

/** Additional requirements on a database. */
abstract class JdbcResultsContract extends ResultBackendContract {

    @Test
    void of_several_that_cannot_all_be_kept_none_is() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        String tooLong = "x".repeat(300);

        assertThatThrownBy(() -> backend.changed(List.of(
                        new StateChange(record("1", TaskState.SUCCESS, 0), 0),
                        new StateChange(record(tooLong, TaskState.SUCCESS, 0), 0))))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("and of 1 more");

        assertThat(backend.find("1")).map(TaskRecord::state).contains(TaskState.QUEUED);
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isTrue();
    }

    /** The data itself is refused, and would be each time, so it is not an outage. */
    @Test
    void what_a_database_never_takes_is_refused_and_not_waited_for() throws Exception {
        ResultBackend backend = backend();
        String tooLong = "x".repeat(256);

        assertThatThrownBy(() -> backend.queued(queued(tooLong)))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("rejects this data");
        assertThatThrownBy(() -> backend.ended(record(tooLong, TaskState.SUCCESS, 0), 0))
                .isInstanceOf(TaskOptionException.class);
    }

    @Test
    void an_id_that_no_task_can_have_is_unknown() throws Exception {
        ResultBackend backend = backend();
        for (String id : List.of("x".repeat(256), "nul \u0000", "half \ud800")) {
            assertThat(backend.find(id)).isEmpty();
            assertThat(backend.forget(id)).isFalse();
            assertThat(backend.attempts(id)).isEmpty();
            assertThat(backend.revoke(id, Instant.EPOCH)).isEqualTo(TaskState.UNKNOWN);
        }
    }
}
