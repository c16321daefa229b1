package no.abakus.tasks.result.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.StateChange;
import no.abakus.tasks.spi.TaskRecord;
import no.abakus.tasks.testing.ResultBackendContract;
import org.junit.jupiter.api.Test;

/** What a database has to do besides. */
abstract class JdbcResultsContract extends ResultBackendContract {

    @Test
    void of_several_that_cannot_all_be_kept_none_is() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        String tooLong = "x".repeat(300);

        assertThatThrownBy(() -> backend.changed(List.of(
                        new StateChange(record("1", TaskState.SUCCESS, 0), 0),
                        new StateChange(record(tooLong, TaskState.SUCCESS, 0), 0))))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("kept together with 1 more");

        assertThat(backend.find("1")).map(TaskRecord::state).contains(TaskState.QUEUED);
        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isTrue();
    }
}
