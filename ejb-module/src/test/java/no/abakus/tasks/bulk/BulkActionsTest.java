package no.abakus.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkStart;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.operate.RetryChanges;
import org.junit.jupiter.api.Test;

/** What each action of a bulk operation does to the tasks and dead letters. */
class BulkActionsTest extends BulksOfANode {

    @Test
    void a_started_operation_sends_each_task_once_and_no_later_one() {
        fail(120);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 1_000));
        fail("later", "mail.send");

        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STARTED);
        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STALE);
        turns(bulks, 3);

        assertThat(sent).hasSize(120);
        assertThat(history.api().executions("later").get(0).retryable()).isTrue();
        BulkOperation done = found(preview.id());
        assertThat(done.state()).isEqualTo(BulkState.DONE);
        assertThat(done.done()).isEqualTo(120);
        assertThat(done.endedAt()).isPresent();
        AuditEntry entry = history.api().audit(OptionalLong.empty(), 1).get(0);
        assertThat(entry.action().action()).isEqualTo("bulk-retry");
        assertThat(entry.action().user()).isEqualTo("anna");
        assertThat(entry.action().reason()).contains("SMTP is back");
        assertThat(entry.action().outcome()).isEqualTo("done: 120 of 120");
    }

    @Test
    void the_options_of_the_request_are_applied_to_each_task() {
        fail(2);
        TaskOptions options = TaskOptions.empty().with(TaskOption.PRIORITY, 2);
        BulkOperation preview = bulks.preview(new BulkRequest(
                BulkAction.RETRY, Optional.of(""), List.of(), 50, Optional.empty(), "anna", Optional.empty(), options));
        bulks.start(preview.id());

        turns(bulks, 2);

        assertThat(changed).hasSize(2).allMatch(changes -> changes.equals(RetryChanges.of(options)));
    }

    @Test
    void ids_are_sent_again_too_and_those_that_cannot_be_are_counted() {
        fail(2);

        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, null, 50, "t-0", "nothing"));
        assertThat(preview.possible()).isEqualTo(1);
        assertThat(preview.notPossible()).isEqualTo(Map.of("not-found", 1L));
        bulks.start(preview.id());
        turns(bulks, 2);

        assertThat(sent).hasSize(1);
        assertThat(found(preview.id()).refused()).isEqualTo(Map.of("not-found", 1L));
    }

    @Test
    void ended_tasks_are_deleted_from_the_history_by_query_and_by_id() {
        fail(60);
        BulkOperation preview = bulks.preview(request(BulkAction.FORGET, "task:mail.*", 1_000));
        assertThat(preview.possible()).isEqualTo(60);
        fail("later", "mail.send");
        bulks.start(preview.id());
        turns(bulks, 2);

        assertThat(found(preview.id()).done()).isEqualTo(60);
        assertThat(stored.all()).extracting(row -> row.ended().taskId()).containsExactly("later");

        BulkOperation chosen = bulks.preview(request(BulkAction.FORGET, null, 50, "later", "none"));
        assertThat(chosen.notPossible()).isEqualTo(Map.of("not-found", 1L));
        bulks.start(chosen.id());
        turns(bulks, 2);
        assertThat(stored.all()).isEmpty();
        assertThat(found(chosen.id()).left()).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void tasks_are_revoked_by_their_ids() {
        BulkOperation preview = bulks.preview(request(BulkAction.REVOKE, null, 2, "t-1", "t-2", "t-3"));
        bulks.start(preview.id());
        turns(bulks, 1);
        assertThat(revoked).hasSize(2);
        turns(bulks, 2);

        assertThat(revoked).containsExactlyInAnyOrder("t-1", "t-2", "t-3");
        assertThat(found(preview.id()).refused()).isEqualTo(Map.of("already-ended", 1L));
        assertThat(found(preview.id()).done()).isEqualTo(2);
    }

    @Test
    void dead_letters_go_back_once_even_if_they_return() {
        IntStream.range(0, 25).forEach(i -> letters.add("l-" + i, "unknown-task", clock.now()));
        letters.add("other", "arguments", clock.now());
        letters.returning = true;

        BulkOperation preview = bulks.preview(request(BulkAction.REQUEUE, "reason:unknown-task", 10));
        assertThat(preview.total()).isEqualTo(25);
        bulks.start(preview.id());
        turns(bulks, 6);

        assertThat(letters.requeued).hasSize(25).doesNotHaveDuplicates().doesNotContain("other");
        assertThat(found(preview.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void dead_letters_are_deleted_and_those_that_are_gone_are_counted() {
        letters.add("l-0", "unknown-task", clock.now());
        letters.add("l-1", "unknown-task", clock.now());

        BulkOperation preview = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0", "l-9"));
        assertThat(preview.notPossible()).isEqualTo(Map.of("gone", 1L));
        bulks.start(preview.id());
        turns(bulks, 3);

        assertThat(letters.all.keySet()).containsExactly("l-1");
        assertThat(found(preview.id()).done()).isEqualTo(1);
    }
}
