package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleHistory.GROUP;
import static no.abakus.tasks.testing.SampleHistory.THEN;
import static no.abakus.tasks.testing.SampleHistory.failure;
import static no.abakus.tasks.testing.SampleHistory.key;
import static no.abakus.tasks.testing.SampleHistory.query;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.Test;

/** Failures in a store of the history: their groups, and which of them were sent again. */
public interface StoredFailuresContract extends EmptyHistory {

    @Test
    default void failures_are_counted_by_whether_they_can_be_sent_again() {
        HistoryStores stores = stores();
        stores.ends()
                .add(List.of(
                        failure(0, "1", "mail.send"),
                        failure(1, "2", "mail.send"),
                        failure(2, "3", "mail.send"),
                        failure(3, "4", "other"),
                        row(4, "5", TaskState.SUCCESS, "mail.send")));
        stores.ends().markRetried(key(1), "again");

        assertThat(stores.ends().retryability(query("task:mail.send")))
                .isEqualTo(Map.of("retryable", 2L, "already-retried", 1L, "not-failed", 1L));
        assertThat(stores.ends().retryability(query("task:nothing"))).isEmpty();
    }

    @Test
    default void a_failure_is_marked_as_retried_once() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(failure(0, "1", "mail.send"), row(1, "2", TaskState.SUCCESS, "mail.send")));

        assertThat(stores.ends().markRetried(key(0), "new")).isTrue();
        assertThat(stores.ends().markRetried(key(0), "newer")).isFalse();
        assertThat(stores.ends().markRetried(key(1), "new")).isFalse();
        assertThat(stores.ends().evidence(key(0)).orElseThrow().retriedAs()).contains("new");
        assertThat(stores.ends().executions("1", 1).get(0).retryable()).isFalse();
    }

    @Test
    default void failures_are_counted_in_their_group() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(failure(0, "1", "mail.send"), failure(1, "2", "mail.send")));
        stores.ends().add(List.of(failure(2, "3", "mail.send")));

        FailureGroup expected = new FailureGroup(
                GROUP,
                "mail.send",
                "java.util.concurrent.TimeoutException",
                Optional.of("no.example.Smtp.connect"),
                "3",
                THEN,
                THEN.plusSeconds(2),
                3,
                Optional.empty(),
                Optional.empty());
        assertThat(stores.groups().groups(THEN, 10)).containsExactly(expected);
        assertThat(stores.groups().group(GROUP)).contains(expected);
        assertThat(stores.groups().groups(THEN.plusSeconds(3), 10)).isEmpty();
    }

    @Test
    default void a_change_of_a_group_leaves_what_it_does_not_name() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(failure(1, "a", "mail.send"), failure(2, "b", "mail.send")));

        assertThat(stores.groups().change(GROUP, FailureGroupChange.NONE.note(Optional.of("known"))))
                .isTrue();
        assertThat(stores.groups().change(GROUP, FailureGroupChange.NONE.mutedUntil(Optional.of(THEN))))
                .isTrue();
        assertThat(stores.groups().change(GROUP, FailureGroupChange.NONE)).isTrue();

        FailureGroup group = stores.groups().group(GROUP).orElseThrow();
        assertThat(group.note()).contains("known");
        assertThat(group.mutedUntil()).contains(THEN);
    }

    @Test
    default void a_group_keeps_its_note_when_more_fails_and_outlives_its_failures() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(failure(0, "1", "mail.send")));
        assertThat(stores.groups()
                        .change(
                                GROUP,
                                FailureGroupChange.NONE
                                        .note(Optional.of("known"))
                                        .mutedUntil(Optional.of(THEN))))
                .isTrue();
        stores.ends().add(List.of(failure(1, "2", "mail.send")));

        assertThat(stores.groups().removeGroups(THEN.plusSeconds(10))).isZero();
        FailureGroup group = stores.groups().group(GROUP).orElseThrow();
        assertThat(group.note()).contains("known");
        assertThat(group.mutedUntil()).contains(THEN);
        assertThat(group.total()).isEqualTo(2);

        stores.groups()
                .change(GROUP, FailureGroupChange.NONE.note(Optional.empty()).mutedUntil(Optional.empty()));
        assertThat(stores.groups().removeGroups(THEN.plusSeconds(10))).isEqualTo(1);
    }
}
