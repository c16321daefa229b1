package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.abakus.tasks.port.SharedPace;
import org.junit.jupiter.api.Test;

/** What every {@link SharedPace} does. Extend this class to test an implementation of your own. */
public abstract class SharedPaceContract {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");

    private final String line = "line " + UUID.randomUUID();

    /** Returns the access of a node to the turns. Each call returns that of another node. */
    protected abstract SharedPace node();

    @Test
    void turns_are_at_even_distance_whichever_node_takes_them() {
        SharedPace a = node();
        SharedPace b = node();

        assertThat(List.of(next(a, NOW), next(b, NOW), next(a, NOW), next(b, NOW)))
                .containsExactly(NOW, NOW.plusMillis(100), NOW.plusMillis(200), NOW.plusMillis(300));
    }

    @Test
    void after_a_pause_the_first_turn_is_now_and_nothing_was_saved_up() {
        SharedPace pace = node();
        next(pace, NOW);
        Instant later = NOW.plusSeconds(3_600);

        assertThat(next(pace, later)).isEqualTo(later);
        assertThat(next(pace, later)).isEqualTo(later.plusMillis(100));
    }

    @Test
    void an_allowance_lets_some_begin_together() {
        SharedPace pace = node();
        Duration allowance = INTERVAL.multipliedBy(2);

        List<Instant> turns = IntStream.range(0, 5)
                .mapToObj(i -> pace.next(line, INTERVAL, allowance, NOW))
                .toList();

        assertThat(turns).containsExactly(NOW, NOW, NOW, NOW.plusMillis(100), NOW.plusMillis(200));
    }

    @Test
    void lines_do_not_know_of_each_other() {
        SharedPace pace = node();
        next(pace, NOW);

        assertThat(pace.next(line + "x".repeat(1_000), INTERVAL, Duration.ZERO, NOW))
                .isEqualTo(NOW);
        assertThat(pace.next(line + "x".repeat(1_001), INTERVAL, Duration.ZERO, NOW))
                .isEqualTo(NOW);
    }

    @Test
    void no_turn_is_given_twice_when_nodes_compete() throws Exception {
        List<SharedPace> nodes = List.of(node(), node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Instant>> takers = IntStream.range(0, 120)
                    .<Callable<Instant>>mapToObj(i -> () -> next(nodes.get(i % 3), NOW))
                    .toList();
            List<Instant> turns = new ArrayList<>();
            for (Future<Instant> turn : threads.invokeAll(takers)) {
                turns.add(turn.get());
            }

            assertThat(turns).doesNotHaveDuplicates().hasSize(120);
            assertThat(turns).contains(NOW.plus(INTERVAL.multipliedBy(119)));
        } finally {
            threads.shutdownNow();
        }
    }

    private Instant next(SharedPace pace, Instant now) {
        return pace.next(line, INTERVAL, Duration.ZERO, now);
    }
}
