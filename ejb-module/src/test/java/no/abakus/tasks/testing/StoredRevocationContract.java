package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleRecords.NOW;
import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static no.abakus.tasks.testing.SampleRecords.state;
import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which tasks a revocation ends in a store of results. */
public interface StoredRevocationContract extends EmptyResults {

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RETRY"})
    default void a_task_that_waits_is_revoked_at_once(TaskState before) throws Exception {
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
    default void the_revocation_of_a_task_that_runs_or_is_unknown_changes_nothing_and_can_be_repeated()
            throws Exception {
        ResultBackend backend = backend();
        backend.started(record("1", TaskState.STARTED, 0));

        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.STARTED);
        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.STARTED);
        assertThat(backend.revoke("unknown", NOW)).isEqualTo(TaskState.UNKNOWN);

        assertThat(state(backend, "1")).isEqualTo(TaskState.STARTED);
        assertThat(backend.find("unknown")).isEmpty();
    }

    @Test
    default void the_revocation_of_a_task_that_has_ended_changes_nothing() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.SUCCESS, 0), 0);

        assertThat(backend.revoke("1", NOW)).isEqualTo(TaskState.SUCCESS);

        assertThat(state(backend, "1")).isEqualTo(TaskState.SUCCESS);
    }
}
