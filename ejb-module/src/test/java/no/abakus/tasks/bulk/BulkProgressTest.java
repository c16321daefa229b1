package no.abakus.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkState;
import org.junit.jupiter.api.Test;

/** How fast operations proceed, who continues them, and what stops them. */
class BulkProgressTest extends BulksOfANode {

    @Test
    void the_rate_is_kept_and_a_stop_leaves_the_rest() {
        fail(30);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        bulks.start(preview.id());

        turns(bulks, 3);
        assertThat(sent).hasSize(15);
        assertThat(found(preview.id()).done()).isEqualTo(15);
        assertThat(bulks.running()).hasSize(1);

        BulkOperation stopped = bulks.stop(preview.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
        assertThat(stopped.done()).isEqualTo(15);
        assertThat(stopped.left()).isEqualTo(15);
        turns(bulks, 3);
        assertThat(sent).hasSize(15);
    }

    @Test
    void what_a_node_does_during_the_stop_is_counted_and_told() {
        fail(30);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(preview.id());
        turns(bulks, 1);
        atSend = () -> bulks.stop(preview.id());

        turns(bulks, 3);

        BulkOperation stopped = found(preview.id());
        assertThat(sent).hasSize(20);
        assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
        assertThat(stopped.done()).isEqualTo(20);
        assertThat(stopped.left()).isEqualTo(10);
        assertThat(history.api().audit(OptionalLong.empty(), 1).get(0).action().outcome())
                .isEqualTo("stopped: 20 of 30, 10 left");
    }

    @Test
    void another_node_continues_where_a_dead_one_stopped() {
        fail(30);
        Bulks other = node("b", history);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(preview.id());
        turns(bulks, 1);
        assertThat(sent).hasSize(10);

        turns(other, 8);
        assertThat(sent).as("the first node may still live").hasSize(10);
        turns(other, 10);

        assertThat(sent).hasSize(30);
        assertThat(found(preview.id()).done()).isEqualTo(30);
        assertThat(found(preview.id()).node()).contains("b");
    }

    @Test
    void it_waits_while_the_database_is_away() {
        fail(10);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        bulks.start(preview.id());
        turns(bulks, 1);
        stored.away(true);
        turns(bulks, 3);
        assertThat(sent).hasSize(5);

        stored.away(false);
        turns(bulks, 3);

        assertThat(sent).hasSize(10);
        assertThat(found(preview.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void one_that_can_never_succeed_is_stopped_and_the_others_go_on() {
        letters.add("l-0", "unknown-task", clock.now());
        letters.broken = true;
        BulkOperation bad = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0"));
        BulkOperation good = bulks.preview(request(BulkAction.REVOKE, null, 10, "t-2"));
        bulks.start(bad.id());
        bulks.start(good.id());
        turns(bulks, 3);

        assertThat(found(bad.id()).state()).isEqualTo(BulkState.STOPPED);
        assertThat(found(good.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void one_that_fails_is_stopped_and_those_behind_it_go_on() {
        letters.add("l-0", "unknown-task", clock.now());
        fail(2);
        BulkOperation broken = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0"));
        bulks.start(broken.id());
        clock.advance(Duration.ofMillis(1));
        BulkOperation sound = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(sound.id());
        letters.broken = true;

        turns(bulks, 3);

        assertThat(found(broken.id()).state()).isEqualTo(BulkState.STOPPED);
        assertThat(found(sound.id()).state()).isEqualTo(BulkState.DONE);
        assertThat(sent).hasSize(2);
    }
}
