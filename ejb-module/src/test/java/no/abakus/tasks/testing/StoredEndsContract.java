package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleHistory.GROUP;
import static no.abakus.tasks.testing.SampleHistory.THEN;
import static no.abakus.tasks.testing.SampleHistory.failure;
import static no.abakus.tasks.testing.SampleHistory.found;
import static no.abakus.tasks.testing.SampleHistory.key;
import static no.abakus.tasks.testing.SampleHistory.query;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.Test;

/** Ended tasks in a store of the history. They are read as they were stored, and are gone once they are deleted. */
public interface StoredEndsContract extends EmptyHistory {

    @Test
    default void an_empty_store_finds_nothing() {
        HistoryStores stores = stores();
        assertThat(found(stores, "")).isEmpty();
        assertThat(stores.ends().total(query("task:x args:y"), 10).rows()).isZero();
        assertThat(stores.ends().facets(query(""), HistoryField.TASK, 10, 10)).isEmpty();
        assertThat(stores.ends().executions("1", 10)).isEmpty();
        assertThat(stores.ends().evidence(1)).isEmpty();
        assertThat(stores.ends().keyAfter(0)).isEmpty();
        assertThat(stores.ends().remove(0, Long.MAX_VALUE, true)).isEmpty();
        assertThat(stores.groups().groups(Instant.EPOCH, 10)).isEmpty();
        assertThat(stores.groups()
                        .change(
                                "x",
                                FailureGroupChange.NONE.note(Optional.of("n")).mutedUntil(Optional.empty())))
                .isFalse();
        assertThat(stores.minutes().minutes(Instant.EPOCH, THEN, Optional.empty()))
                .isEmpty();
        assertThat(stores.audit().entries(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void an_end_comes_back_as_it_was() {
        HistoryStores stores = stores();
        HistoryRow whole = row(0, "1", TaskState.SUCCESS, "mail.send");
        EndedTask bare = new EndedTask(
                key(1),
                "2",
                0,
                "mail.send",
                Optional.empty(),
                "node-b",
                TaskState.EXPIRED,
                Optional.empty(),
                Optional.empty(),
                THEN.plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                "2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                40,
                false);

        stores.ends().add(List.of(whole, new HistoryRow(bare, Optional.empty())));

        assertThat(stores.ends().page(query(""), Long.MAX_VALUE, 10)).containsExactly(bare, whole.ended());
    }

    @Test
    default void the_evidence_of_a_failure_comes_back_as_it_was() {
        HistoryStores stores = stores();
        HistoryRow failure = failure(0, "1", "mail.send");
        stores.ends().add(List.of(failure));

        assertThat(stores.ends().evidence(key(0)).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(failure.evidence().orElseThrow());
    }

    @Test
    default void the_executions_of_a_task_are_found_the_last_one_first() {
        HistoryStores stores = stores();
        stores.ends()
                .add(List.of(
                        row(0, "1", TaskState.RETRY, "mail.send"),
                        row(1, "2", TaskState.SUCCESS, "mail.send"),
                        failure(2, "1", "mail.send")));

        assertThat(stores.ends().executions("1", 10))
                .extracting(EndedTask::state)
                .containsExactly(TaskState.FAILURE, TaskState.RETRY);
    }

    @Test
    default void rows_that_are_stored_again_are_there_once() {
        HistoryStores stores = stores();
        List<HistoryRow> rows = List.of(row(0, "1", TaskState.SUCCESS, "a"), failure(1, "2", "a"));
        stores.ends().add(rows);
        stores.ends().add(List.of(rows.get(0), rows.get(1), row(2, "3", TaskState.SUCCESS, "a")));

        assertThat(found(stores, "")).containsExactly("3", "2", "1");
        assertThat(stores.groups().group(GROUP).orElseThrow().total()).isEqualTo(1);
    }

    @Test
    default void chosen_executions_are_deleted_with_their_evidence() {
        HistoryStores stores = stores();
        HistoryRow bad = failure(1, "bad", "mail.send");
        HistoryRow good = row(2, "good", TaskState.SUCCESS, "mail.send");
        HistoryRow other = row(3, "other", TaskState.SUCCESS, "mail.send");
        stores.ends().add(List.of(bad, good, other));

        assertThat(stores.ends().delete(List.of(bad.ended().id(), good.ended().id(), 1L)))
                .isEqualTo(2);
        assertThat(stores.ends().delete(List.of())).isZero();

        assertThat(found(stores, "")).containsExactly("other");
        assertThat(stores.ends().evidence(bad.ended().id())).isEmpty();
        assertThat(stores.groups().group(GROUP)).as("it stays counted").isPresent();
    }

    @Test
    default void old_ends_are_deleted_and_failures_stay_until_their_own_time() {
        HistoryStores stores = stores();
        stores.ends()
                .add(List.of(
                        row(0, "old", TaskState.SUCCESS, "a"),
                        failure(1, "old-failure", "a"),
                        row(2, "new", TaskState.SUCCESS, "a")));

        Optional<Long> next = stores.ends().remove(0, key(2), false);
        assertThat(found(stores, "")).containsExactly("new", "old-failure");
        assertThat(stores.ends().remove(next.orElseThrow(), key(2), false)).isEmpty();
        assertThat(stores.ends().evidence(key(1))).isPresent();

        assertThat(stores.ends().remove(0, key(2), true)).isPresent();
        assertThat(found(stores, "")).containsExactly("new");
        assertThat(stores.ends().evidence(key(1))).isEmpty();
        assertThat(stores.ends().remove(0, key(2), true)).isEmpty();
    }

    @Test
    default void the_key_behind_the_newest_rows_is_found() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(row(0, "1", TaskState.SUCCESS, "a"), row(1, "2", TaskState.SUCCESS, "a")));

        assertThat(stores.ends().keyAfter(0)).contains(key(1));
        assertThat(stores.ends().keyAfter(1)).contains(key(0));
        assertThat(stores.ends().keyAfter(2)).isEmpty();
    }
}
