package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleRecords.TOKEN;
import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static no.abakus.tasks.testing.SampleRecords.recordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.TaskRecord;
import org.junit.jupiter.api.Test;

/** A message changes only the record of its own task, by the token that only the sender knew. */
public interface StrangersChangesContract extends EmptyResults {

    @Test
    default void a_message_of_another_task_or_with_another_token_neither_begins_nor_ends_it() throws Exception {
        ResultBackend backend = backend();
        for (TaskState state : List.of(TaskState.STARTED, TaskState.SUCCESS, TaskState.EXPIRED, TaskState.RETRY)) {
            String id = "waits for " + state;
            backend.queued(queued(id));
            for (TaskRecord strangers : List.of(
                    recordOf(id, "mail.open", Optional.of(TOKEN), state),
                    recordOf(id, "mail.send", Optional.of("guessed"), state),
                    recordOf(id, "mail.send", Optional.empty(), state))) {
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
    default void of_several_changes_a_strangers_one_keeps_no_other_from_being_kept() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        backend.queued(queued("2"));

        assertThat(backend.changed(List.of(
                        new StateChange(recordOf("1", "mail.send", Optional.empty(), TaskState.SUCCESS), 0),
                        new StateChange(record("2", TaskState.SUCCESS, 0), 0))))
                .containsExactly(false, true);
    }

    @Test
    default void the_record_of_a_message_without_a_token_is_changed_by_such_a_message_alone() throws Exception {
        ResultBackend backend = backend();
        backend.started(recordOf("1", "mail.send", Optional.empty(), TaskState.STARTED));

        assertThat(backend.ended(record("1", TaskState.SUCCESS, 0), 0)).isFalse();
        assertThat(backend.ended(recordOf("1", "mail.send", Optional.empty(), TaskState.SUCCESS), 0))
                .isTrue();
        assertThat(backend.find("1").orElseThrow().token()).isEmpty();
    }
}
