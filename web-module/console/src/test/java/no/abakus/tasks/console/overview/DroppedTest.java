package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import org.junit.jupiter.api.Test;

class DroppedTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

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
    void the_overview_says_what_the_history_lacks() {
        Map<String, Object> answers = Map.of(
                "origin", new HistoryOrigin(HistoryOrigin.Kind.DATABASE, "a", ""),
                "minutes", List.of(),
                "groups", List.of(),
                "dropped", 3L,
                "queues", List.of(),
                "stats", Map.of("a", node("a", 3L), "b", node("b", 4L)));

        OverviewResource.Overview overview =
                OverviewResource.overview(source(TaskHistory.class, answers), source(TaskControl.class, answers), NOW);

        assertThat(overview.dropped()).isEqualTo(7L);
        assertThat(overview.sources().get("history").sentence()).startsWith("The history lacks 7 ended executions");
    }

    private static <T> T source(Class<T> type, Map<String, Object> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> answers.get(method.getName());
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void a_sentence_says_what_is_missing() {
        assertThat(Dropped.sentence(12_041))
                .isEqualTo("The history lacks 12,041 ended executions since the nodes' start, because too many ended at"
                        + " once; the counts are complete.");
        assertThat(Dropped.sentence(1)).contains("1 ended execution since");
    }
}
