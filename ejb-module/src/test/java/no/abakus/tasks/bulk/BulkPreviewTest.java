package no.abakus.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
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
    void without_a_history_there_are_none() {
        Bulks without = node("a", history(Kept.OFF));

        assertThatExceptionOfType(OperationalException.class)
                .isThrownBy(() -> without.preview(request(BulkAction.RETRY, "", 5)));
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
