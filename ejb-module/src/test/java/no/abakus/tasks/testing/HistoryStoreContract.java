package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryKeys;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the history keeps and finds. */
@SuppressWarnings("JUnitClassModifiers") // to be extended in other packages
public abstract class HistoryStoreContract {

    protected static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    private static final String GROUP = "9f00";

    protected HistoryStores stores;

    /** Empty stores. */
    protected abstract HistoryStores stores() throws Exception;

    @BeforeEach
    void open() throws Exception {
        stores = stores();
    }

    private static long key(int second) {
        return HistoryKeys.from(THEN.plusSeconds(second));
    }

    /** An end at this second. */
    protected static HistoryRow row(int second, String id, TaskState state, String task) {
        return new HistoryRow(ended(second, id, state, task), Optional.empty());
    }

    private static EndedTask ended(int second, String id, TaskState state, String task) {
        boolean isFailure = EndedTask.isFailure(state);
        return new EndedTask(
                key(second),
                id,
                2,
                task,
                Optional.of("default"),
                "node-a",
                state,
                Optional.of(THEN.minusSeconds(9)),
                Optional.of(THEN.plusSeconds(second).minusMillis(20)),
                THEN.plusSeconds(second),
                Optional.of(Duration.ofMillis(100)),
                Optional.of(Duration.ofMillis(20)),
                "root-" + id,
                Optional.of("parent"),
                Optional.of("req-" + id),
                Optional.of("anna"),
                Map.of("tenant", "7", "path", "a=b\\c\nd", "100%", "_"),
                Optional.of("\"a@b.no\", 17"),
                isFailure ? Optional.of("TimeoutException") : Optional.empty(),
                isFailure ? Optional.of("no answer") : Optional.empty(),
                isFailure ? Optional.of(GROUP) : Optional.empty(),
                1,
                isFailure);
    }

    /** A failure at this second, in the one group of all these failures. */
    protected static HistoryRow failure(int second, String id, String task) {
        return new HistoryRow(
                ended(second, id, TaskState.FAILURE, task),
                Optional.of(new HistoryEvidence(
                        "java.util.concurrent.TimeoutException",
                        Optional.of("no.example.Smtp.connect"),
                        Optional.of("application/json"),
                        Optional.of("gzip"),
                        3,
                        Optional.of(new HistoryBody(true, "æøå".getBytes(StandardCharsets.UTF_8))),
                        Optional.of("{}"),
                        Optional.of("at Smtp"),
                        Optional.of("{\"event\":\"x\"}\n{\"event\":\"y\"}"),
                        Optional.empty())));
    }

    private static HistoryQuery query(String text) {
        return HistoryQuery.parse(text, THEN.plusSeconds(60));
    }

    private List<String> found(String query) {
        return stores.ends().page(query(query), Long.MAX_VALUE, 100).stream()
                .map(EndedTask::taskId)
                .toList();
    }

    @Test
    void an_empty_store_finds_nothing() {
        assertThat(found("")).isEmpty();
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
    void failures_are_counted_by_whether_they_can_be_sent_again() {
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
    void an_end_comes_back_as_it_was() {
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
    void the_evidence_of_a_failure_comes_back_as_it_was() {
        HistoryRow failure = failure(0, "1", "mail.send");
        stores.ends().add(List.of(failure));

        assertThat(stores.ends().evidence(key(0)).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(failure.evidence().orElseThrow());
    }

    @Test
    void pages_follow_each_other_without_a_gap_while_rows_arrive() {
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(row(i, "t" + i, TaskState.SUCCESS, "mail.send"));
        }
        stores.ends().add(rows);

        List<String> seen = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int page = 0; page < 4; page++) {
            for (EndedTask task : stores.ends().page(query("task:mail.send"), before, 7)) {
                seen.add(task.taskId());
                before = task.id();
            }
            stores.ends().add(List.of(row(100 + page, "later" + page, TaskState.SUCCESS, "mail.send")));
        }

        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("t24", "t23")
                .endsWith("t0");
    }

    @Test
    void each_term_selects_by_its_field() {
        stores.ends()
                .add(List.of(
                        row(0, "ok", TaskState.SUCCESS, "mail.send"),
                        failure(1, "bad", "mail.receive"),
                        row(2, "other", TaskState.RETRY, "report.print")));

        assertThat(found("state:failed")).containsExactly("bad");
        assertThat(found("state:failed,retry")).containsExactly("other", "bad");
        assertThat(found("-state:failed")).containsExactly("other", "ok");
        assertThat(found("-state:running")).containsExactly("other", "bad", "ok");
        assertThat(found("-state:succeeded,failed,retry,rejected,revoked,expired,ignored"))
                .isEmpty();
        assertThat(found("task:mail.send")).containsExactly("ok");
        assertThat(found("task:mail.*")).containsExactly("bad", "ok");
        assertThat(found("task:mail.send,report.*")).containsExactly("other", "ok");
        assertThat(found("-task:mail.*")).containsExactly("other");
        assertThat(found("queue:default node:node-a")).hasSize(3);
        assertThat(found("queue:def_ult")).isEmpty();
        assertThat(found("id:bad")).containsExactly("bad");
        assertThat(found("root:root-ok")).containsExactly("ok");
        assertThat(found("request_id:req-ok")).containsExactly("ok");
        assertThat(found("user:anna")).hasSize(3);
        assertThat(found("user:Anna")).isEmpty();
        assertThat(found("group:" + GROUP)).containsExactly("bad");
        assertThat(found("error:TimeoutException")).containsExactly("bad");
        assertThat(found("error:Timeout*")).containsExactly("bad");
        assertThat(found("error:\"*no answer\"")).containsExactly("bad");
        assertThat(found("-error:Timeout*")).containsExactly("other", "ok");
        assertThat(found("args:\"a@b.no\"")).hasSize(3);
        assertThat(found("args:a@b*")).isEmpty();
        assertThat(found("args:\"*a@b*\" task:mail.send")).containsExactly("ok");
    }

    @Test
    void values_of_the_context_are_found_whatever_they_contain() {
        stores.ends().add(List.of(row(0, "1", TaskState.SUCCESS, "mail.send")));

        assertThat(found("ctx.tenant:7")).containsExactly("1");
        assertThat(found("ctx.tenant:8,7")).containsExactly("1");
        assertThat(found("ctx.tenant:8")).isEmpty();
        assertThat(found("-ctx.tenant:8")).containsExactly("1");
        assertThat(found("ctx.100%:_")).containsExactly("1");
        assertThat(found("ctx.100%:x")).isEmpty();
        assertThat(found("ctx.path:\"a=b\\c\nd\"")).containsExactly("1");
        assertThat(found("ctx.path:a=*")).containsExactly("1");
        assertThat(found("ctx.ant:7")).isEmpty();
    }

    @Test
    void times_select_by_duration_and_age() {
        stores.ends().add(List.of(row(0, "old", TaskState.SUCCESS, "a"), row(50, "new", TaskState.SUCCESS, "a")));

        assertThat(found("age<30s")).containsExactly("new");
        assertThat(found("age>30s")).containsExactly("old");
        assertThat(found("took>19ms")).hasSize(2);
        assertThat(found("took>20ms")).isEmpty();
        assertThat(found("took<20ms")).isEmpty();
        assertThat(found("waited<101ms waited>99ms")).hasSize(2);
    }

    @Test
    void totals_count_what_rows_stand_for_and_stop_at_a_limit() {
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(row(i, "t" + i, TaskState.SUCCESS, "mail.send"));
        }
        stores.ends().add(rows);

        assertThat(stores.ends().total(query("task:mail.send"), 12).isExact()).isTrue();
        assertThat(stores.ends().total(query("task:mail.send"), 12).rows()).isEqualTo(12);
        assertThat(stores.ends().total(query("task:mail.send"), 11).complete()).isFalse();
        assertThat(stores.ends().total(query("task:none"), 11).rows()).isZero();
    }

    @Test
    void facets_are_counted_by_value_the_most_frequent_first() {
        stores.ends()
                .add(List.of(
                        row(0, "1", TaskState.SUCCESS, "mail.send"),
                        row(1, "2", TaskState.SUCCESS, "mail.send"),
                        failure(2, "3", "mail.receive")));

        assertThat(stores.ends().facets(query(""), HistoryField.TASK, 100, 10))
                .containsExactly(Map.entry("mail.send", 2L), Map.entry("mail.receive", 1L));
        assertThat(stores.ends().facets(query(""), HistoryField.STATE, 100, 10))
                .containsExactly(Map.entry("succeeded", 2L), Map.entry("failed", 1L));
        assertThat(stores.ends().facets(query(""), HistoryField.ERROR, 100, 10))
                .containsExactly(Map.entry("TimeoutException", 1L));
        assertThat(stores.ends().facets(query("state:failed"), HistoryField.TASK, 100, 10))
                .containsExactly(Map.entry("mail.receive", 1L));
        assertThat(stores.ends().facets(query(""), HistoryField.TASK, 1, 10))
                .containsExactly(Map.entry("mail.receive", 1L));
        assertThat(stores.ends().facets(query(""), HistoryField.TASK, 100, 1)).hasSize(1);
    }

    @Test
    void the_executions_of_a_task_are_found_the_last_one_first() {
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
    void rows_that_are_stored_again_are_there_once() {
        List<HistoryRow> rows = List.of(row(0, "1", TaskState.SUCCESS, "a"), failure(1, "2", "a"));
        stores.ends().add(rows);
        stores.ends().add(List.of(rows.get(0), rows.get(1), row(2, "3", TaskState.SUCCESS, "a")));

        assertThat(found("")).containsExactly("3", "2", "1");
        assertThat(stores.groups().group(GROUP).orElseThrow().total()).isEqualTo(1);
    }

    @Test
    void a_failure_is_marked_as_retried_once() {
        stores.ends().add(List.of(failure(0, "1", "mail.send"), row(1, "2", TaskState.SUCCESS, "mail.send")));

        assertThat(stores.ends().markRetried(key(0), "new")).isTrue();
        assertThat(stores.ends().markRetried(key(0), "newer")).isFalse();
        assertThat(stores.ends().markRetried(key(1), "new")).isFalse();
        assertThat(stores.ends().evidence(key(0)).orElseThrow().retriedAs()).contains("new");
        assertThat(stores.ends().executions("1", 1).get(0).retryable()).isFalse();
    }

    @Test
    void chosen_executions_are_deleted_with_their_evidence() {
        HistoryRow bad = failure(1, "bad", "mail.send");
        HistoryRow good = row(2, "good", TaskState.SUCCESS, "mail.send");
        HistoryRow other = row(3, "other", TaskState.SUCCESS, "mail.send");
        stores.ends().add(List.of(bad, good, other));

        assertThat(stores.ends().delete(List.of(bad.ended().id(), good.ended().id(), 1L)))
                .isEqualTo(2);
        assertThat(stores.ends().delete(List.of())).isZero();

        assertThat(found("")).containsExactly("other");
        assertThat(stores.ends().evidence(bad.ended().id())).isEmpty();
        assertThat(stores.groups().group(GROUP)).as("it stays counted").isPresent();
    }

    @Test
    void failures_are_counted_in_their_group() {
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
    void a_change_of_a_group_leaves_what_it_does_not_name() {
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
    void a_group_keeps_its_note_when_more_fails_and_outlives_its_failures() {
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

    @Test
    void old_ends_are_deleted_and_failures_stay_until_their_own_time() {
        stores.ends()
                .add(List.of(
                        row(0, "old", TaskState.SUCCESS, "a"),
                        failure(1, "old-failure", "a"),
                        row(2, "new", TaskState.SUCCESS, "a")));

        Optional<Long> next = stores.ends().remove(0, key(2), false);
        assertThat(found("")).containsExactly("new", "old-failure");
        assertThat(stores.ends().remove(next.orElseThrow(), key(2), false)).isEmpty();
        assertThat(stores.ends().evidence(key(1))).isPresent();

        assertThat(stores.ends().remove(0, key(2), true)).isPresent();
        assertThat(found("")).containsExactly("new");
        assertThat(stores.ends().evidence(key(1))).isEmpty();
        assertThat(stores.ends().remove(0, key(2), true)).isEmpty();
    }

    @Test
    void the_key_behind_the_newest_rows_is_found() {
        stores.ends().add(List.of(row(0, "1", TaskState.SUCCESS, "a"), row(1, "2", TaskState.SUCCESS, "a")));

        assertThat(stores.ends().keyAfter(0)).contains(key(1));
        assertThat(stores.ends().keyAfter(1)).contains(key(0));
        assertThat(stores.ends().keyAfter(2)).isEmpty();
    }

    private static MinuteCounts minute(Instant at, String node, String task, long failed) {
        return new MinuteCounts(
                at, node, task, Map.of("failed", failed, "retry", 1L), Map.of(0, failed, 63, 2L), Map.of(7, failed));
    }

    @Test
    void counts_of_a_minute_add_up() {
        MinuteCounts one = minute(THEN, "a", "mail.send", 2);
        stores.minutes().count(List.of(one, minute(THEN.plusSeconds(60), "a", "mail.send", 1)));
        stores.minutes().count(List.of(one, minute(THEN, "b", "report", 5)));

        assertThat(stores.minutes().minutes(THEN, THEN.plusSeconds(60), Optional.empty()))
                .containsExactly(one.plus(one), minute(THEN, "b", "report", 5));
        assertThat(stores.minutes().minutes(THEN, THEN.plusSeconds(120), Optional.of("mail.send")))
                .containsExactly(one.plus(one), minute(THEN.plusSeconds(60), "a", "mail.send", 1));
    }

    @Test
    void minutes_of_an_hour_are_combined_over_all_nodes() {
        stores.minutes()
                .count(List.of(
                        minute(THEN, "a", "mail.send", 1),
                        minute(THEN.plusSeconds(60), "a", "mail.send", 2),
                        minute(THEN.plusSeconds(3600), "a", "mail.send", 4)));
        stores.minutes().count(List.of(minute(THEN, "b", "mail.send", 8)));

        assertThat(stores.minutes().rollUpAnHour(THEN.plusSeconds(3600))).isTrue();
        assertThat(stores.minutes().rollUpAnHour(THEN.plusSeconds(3600))).isFalse();

        List<MinuteCounts> left = stores.minutes().minutes(THEN, THEN.plusSeconds(7200), Optional.empty());
        assertThat(left).hasSize(2);
        assertThat(left.get(0).node()).isEmpty();
        assertThat(left.get(0).ends()).isEqualTo(Map.of("failed", 11L, "retry", 3L));
        assertThat(left.get(0).waited()).isEqualTo(Map.of(0, 11L, 63, 6L));
        assertThat(left.get(1)).isEqualTo(minute(THEN.plusSeconds(3600), "a", "mail.send", 4));
        assertThat(stores.minutes().removeMinutes(THEN.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void what_operators_did_is_listed_the_latest_first() {
        AuditEntry first = entry(1);
        AuditEntry second = new AuditEntry(
                2,
                THEN.plusSeconds(2),
                new OperatorAction("eva", Optional.empty(), "quiet", Optional.empty(), Optional.empty(), "done"));
        stores.audit().add(first);
        stores.audit().add(second);

        assertThat(stores.audit().entries(Long.MAX_VALUE, 10)).containsExactly(second, first);
        assertThat(stores.audit().entries(2, 10)).containsExactly(first);
        assertThat(stores.audit().entries(Long.MAX_VALUE, 1)).containsExactly(second);
        assertThat(stores.audit().removeEntries(THEN.plusSeconds(2))).isEqualTo(1);
        assertThat(stores.audit().entries(Long.MAX_VALUE, 10)).containsExactly(second);
    }

    private static AuditEntry entry(long id) {
        return new AuditEntry(
                id,
                THEN.plusSeconds(id),
                new OperatorAction(
                        "anna",
                        Optional.of("req-1"),
                        "pause-queue",
                        Optional.of("mail"),
                        Optional.of("SMTP is down"),
                        "done"));
    }
}
