package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.NodeStats;
import org.junit.jupiter.api.Test;

class DroppedTest {

    private static NodeStats node(String name, Long dropped) {
        return new NodeStats(
                name, 1, Instant.EPOCH, true, 0, Map.of(), Map.of(), Map.of(), false, 0, 2, 0.5, 1, 2, null, dropped);
    }

    @Test
    void all_nodes_count_and_nodes_that_do_not_tell_are_left_out() {
        assertThat(Dropped.count(List.of(node("a", 3L), node("b", null), node("c", 4L)), 3))
                .isEqualTo(7);
    }

    @Test
    void this_node_counts_even_if_no_node_replies() {
        assertThat(Dropped.count(List.of(), 5)).isEqualTo(5);
    }

    @Test
    void a_sentence_says_what_is_missing() {
        assertThat(Dropped.sentence(12_041))
                .isEqualTo("The history lacks 12,041 ended executions since the nodes' start, because too many ended at"
                        + " once; the counts are complete.");
        assertThat(Dropped.sentence(1)).contains("1 ended execution since");
    }
}
