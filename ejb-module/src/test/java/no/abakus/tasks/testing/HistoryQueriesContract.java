package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleHistory.GROUP;
import static no.abakus.tasks.testing.SampleHistory.failure;
import static no.abakus.tasks.testing.SampleHistory.found;
import static no.abakus.tasks.testing.SampleHistory.query;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.Test;

/** What a query of the history finds, pages and counts. */
public interface HistoryQueriesContract extends EmptyHistory {

    @Test
    default void pages_follow_each_other_without_a_gap_while_rows_arrive() {
        HistoryStores stores = stores();
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
    default void each_term_selects_by_its_field() {
        HistoryStores stores = stores();
        stores.ends()
                .add(List.of(
                        row(0, "ok", TaskState.SUCCESS, "mail.send"),
                        failure(1, "bad", "mail.receive"),
                        row(2, "other", TaskState.RETRY, "report.print")));

        assertThat(found(stores, "state:failed")).containsExactly("bad");
        assertThat(found(stores, "state:failed,retry")).containsExactly("other", "bad");
        assertThat(found(stores, "-state:failed")).containsExactly("other", "ok");
        assertThat(found(stores, "-state:running")).containsExactly("other", "bad", "ok");
        assertThat(found(stores, "-state:succeeded,failed,retry,rejected,revoked,expired,ignored"))
                .isEmpty();
        assertThat(found(stores, "task:mail.send")).containsExactly("ok");
        assertThat(found(stores, "task:mail.*")).containsExactly("bad", "ok");
        assertThat(found(stores, "task:mail.send,report.*")).containsExactly("other", "ok");
        assertThat(found(stores, "-task:mail.*")).containsExactly("other");
        assertThat(found(stores, "queue:default node:node-a")).hasSize(3);
        assertThat(found(stores, "queue:def_ult")).isEmpty();
        assertThat(found(stores, "id:bad")).containsExactly("bad");
        assertThat(found(stores, "root:root-ok")).containsExactly("ok");
        assertThat(found(stores, "request_id:req-ok")).containsExactly("ok");
        assertThat(found(stores, "user:anna")).hasSize(3);
        assertThat(found(stores, "user:Anna")).isEmpty();
        assertThat(found(stores, "group:" + GROUP)).containsExactly("bad");
        assertThat(found(stores, "error:TimeoutException")).containsExactly("bad");
        assertThat(found(stores, "error:Timeout*")).containsExactly("bad");
        assertThat(found(stores, "error:\"*no answer\"")).containsExactly("bad");
        assertThat(found(stores, "-error:Timeout*")).containsExactly("other", "ok");
        assertThat(found(stores, "args:\"a@b.no\"")).hasSize(3);
        assertThat(found(stores, "args:a@b*")).isEmpty();
        assertThat(found(stores, "args:\"*a@b*\" task:mail.send")).containsExactly("ok");
    }

    @Test
    default void values_of_the_context_are_found_whatever_they_contain() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(row(0, "1", TaskState.SUCCESS, "mail.send")));

        assertThat(found(stores, "ctx.tenant:7")).containsExactly("1");
        assertThat(found(stores, "ctx.tenant:8,7")).containsExactly("1");
        assertThat(found(stores, "ctx.tenant:8")).isEmpty();
        assertThat(found(stores, "-ctx.tenant:8")).containsExactly("1");
        assertThat(found(stores, "ctx.100%:_")).containsExactly("1");
        assertThat(found(stores, "ctx.100%:x")).isEmpty();
        assertThat(found(stores, "ctx.path:\"a=b\\c\nd\"")).containsExactly("1");
        assertThat(found(stores, "ctx.path:a=*")).containsExactly("1");
        assertThat(found(stores, "ctx.ant:7")).isEmpty();
    }

    @Test
    default void times_select_by_duration_and_age() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(row(0, "old", TaskState.SUCCESS, "a"), row(50, "new", TaskState.SUCCESS, "a")));

        assertThat(found(stores, "age<30s")).containsExactly("new");
        assertThat(found(stores, "age>30s")).containsExactly("old");
        assertThat(found(stores, "took>19ms")).hasSize(2);
        assertThat(found(stores, "took>20ms")).isEmpty();
        assertThat(found(stores, "took<20ms")).isEmpty();
        assertThat(found(stores, "waited<101ms waited>99ms")).hasSize(2);
    }

    @Test
    default void totals_count_what_rows_stand_for_and_stop_at_a_limit() {
        HistoryStores stores = stores();
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
    default void facets_are_counted_by_value_the_most_frequent_first() {
        HistoryStores stores = stores();
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
}
