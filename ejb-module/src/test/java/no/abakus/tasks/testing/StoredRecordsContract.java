package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleRecords.LATER;
import static no.abakus.tasks.testing.SampleRecords.NOW;
import static no.abakus.tasks.testing.SampleRecords.TOKEN;
import static no.abakus.tasks.testing.SampleRecords.expiring;
import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;
import org.junit.jupiter.api.Test;

/** What a store of results returns of the records that it was given. */
public interface StoredRecordsContract extends EmptyResults {

    @Test
    default void what_was_never_kept_is_unknown() throws Exception {
        ResultBackend backend = backend();

        assertThat(backend.find("1")).isEmpty();
        assertThat(backend.forget("1")).isFalse();
    }

    @Test
    default void a_record_comes_back_as_it_was_kept() throws Exception {
        ResultBackend backend = backend();
        TaskRecord queued = queued("1");
        backend.queued(queued);

        assertThat(backend.find("1")).contains(queued);
    }

    @Test
    default void an_end_comes_back_with_value_and_children_and_the_time_of_sending() throws Exception {
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
    default void how_far_a_task_has_come_tells_its_retries() throws Exception {
        ResultBackend backend = backend();
        backend.ended(record("1", TaskState.RETRY, 3), 2);

        assertThat(backend.progress(List.of("1")))
                .containsExactly(new TaskProgress(TaskState.RETRY, 3, "mail.send", Optional.of(TOKEN)));
    }

    @Test
    default void an_id_is_given_once() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));

        assertThatThrownBy(() -> backend.queued(queued("1")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("The task id '1' is taken; this attempt sent nothing, but an earlier one may have sent it");
    }

    @Test
    default void what_has_expired_is_deleted_batch_by_batch_and_nothing_else() throws Exception {
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
}
