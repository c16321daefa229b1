package no.abakus.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkStart;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.operate.InvalidQueryException;
import org.junit.jupiter.api.Test;

/** What a preview counts, and which previews are refused, go stale or are deleted. */
class BulkPreviewTest extends BulksOfANode {

    @Test
    void a_preview_counts_what_is_possible_and_changes_nothing() {
        fail(3);
        fail("secret", "secret.task");
        history.api().retry("t-0", "anna");
        sent.clear();

        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*,secret.*", 50));

        assertThat(preview.state()).isEqualTo(BulkState.PREVIEW);
        assertThat(preview.total()).isEqualTo(4);
        assertThat(preview.possible()).isEqualTo(2);
        assertThat(preview.notPossible()).isEqualTo(Map.of("already-retried", 1L, "body-not-kept", 1L));
        assertThat(preview.sample()).containsExactlyInAnyOrder("t-1", "t-2");
        turns(bulks, 3);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_preview_goes_stale_and_is_deleted() {
        fail(1);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        clock.advance(Duration.ofMinutes(11));

        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STALE);
        assertThat(bulks.start("nothing")).isEqualTo(BulkStart.NOT_FOUND);
        clock.advance(Duration.ofMinutes(11));
        bulks.removeOld();
        assertThat(bulks.find(preview.id())).isEmpty();
    }

    @Test
    void tasks_that_have_not_ended_are_not_sent_again() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> bulks.preview(request(BulkAction.RETRY, "state:running", 5)));
    }

    @Test
    void without_a_history_no_ended_tasks_are_handled() {
        Bulks without = node("a", history(Kept.OFF));

        for (BulkAction action : List.of(BulkAction.RETRY, BulkAction.FORGET)) {
            assertThatExceptionOfType(OperationalException.class)
                    .isThrownBy(() -> without.preview(request(action, "", 5)))
                    .withMessageContaining("No history is kept");
        }
    }

    @Test
    void without_a_history_dead_letters_and_tasks_that_have_not_ended_are_handled() {
        Bulks without = node("a", history(Kept.OFF));
        letters.add("l-1", "arguments", clock.now());
        letters.add("l-2", "unknown-task", clock.now());

        for (BulkRequest request : List.of(
                request(BulkAction.REQUEUE, "reason:arguments", 50),
                request(BulkAction.DELETE, "reason:unknown-task", 50),
                request(BulkAction.REVOKE, null, 50, "t-2"))) {
            assertThat(without.start(without.preview(request).id())).isEqualTo(BulkStart.STARTED);
            turns(without, 2);
        }
        assertThat(letters.requeued).containsExactly("l-1");
        assertThat(letters.all).isEmpty();
        assertThat(revoked).containsExactly("t-2");
    }

    @Test
    void without_a_history_only_nodes_with_a_console_look_for_operations() {
        Bulks died = node("a", history(Kept.OFF));
        Bulks other = node("b", history(Kept.OFF));
        letters.add("l-1", "arguments", clock.now());
        died.start(died.preview(request(BulkAction.REQUEUE, "", 50)).id());

        turns(other, 2);
        assertThat(letters.requeued).isEmpty();
        other.carryOnWithoutHistory();
        turns(other, 2);
        assertThat(letters.requeued).containsExactly("l-1");
    }

    /** Other senders may use any id, and a query finds their messages too. */
    @Test
    void ids_that_no_database_stores_are_left_out() {
        BulkOperation preview =
                bulks.preview(request(BulkAction.REVOKE, null, 50, "t-2", "nul\0", "half \ud800", "i".repeat(256)));

        assertThat(preview.total()).isEqualTo(1);
        bulks.start(preview.id());
        turns(bulks, 2);
        assertThat(revoked).containsExactly("t-2");
    }
}
