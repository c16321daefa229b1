package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.LogBuckets;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.TaskHistory;
import org.junit.jupiter.api.Test;

/** What a step without counts means. */
class SeriesResourceTest {

    private static final Instant NOW = Instant.parse("2030-01-05T12:00:00Z");

    /** A node watched in the second, third and fourth of five minutes, and six tasks ended in the third. */
    // The test stands in for the container that would inject them.
    @SuppressWarnings("UnnecessaryAssignment")
    private static SeriesResource series(Duration ago) {
        Instant start = NOW.minus(ago);
        SeriesResource series = new SeriesResource();
        series.clock = new ConsoleClock() {
            @Override
            public Instant now() {
                return NOW;
            }
        };
        MinuteCounts counts = new MinuteCounts(
                start.plusSeconds(120), "a", "mail.send", Map.of("succeeded", 6L), Map.of(), Map.of(3, 5L, 9, 1L));
        InvocationHandler handler =
                (proxy, method, arguments) -> isWithin(counts.at(), arguments) ? List.of(counts) : List.of();
        series.history = (TaskHistory)
                Proxy.newProxyInstance(TaskHistory.class.getClassLoader(), new Class<?>[] {TaskHistory.class}, handler);
        OptionalLong none = OptionalLong.empty();
        series.depths = (from, to, queue) -> IntStream.of(1, 2, 3)
                .mapToObj(minute ->
                        new QueueDepth(start.plusSeconds(60L * minute), "mail", OptionalLong.of(7), none, none, none))
                .filter(depth -> isWithin(depth.at(), from, to))
                .toList();
        return series;
    }

    private static boolean isWithin(Instant at, Object... period) {
        return !at.isBefore((Instant) period[0]) && at.isBefore((Instant) period[1]);
    }

    private static List<Double> values(String of, Duration ago) {
        String start = NOW.minus(ago).toString();
        String end = NOW.minus(ago).plusSeconds(299).toString();
        return series(ago).series(of, null, null, start, end, "60", null).points().stream()
                .map(point -> Optional.ofNullable(point.value()).orElse(-1.0))
                .toList();
    }

    @Test
    void counts_are_zero_while_a_node_watched_and_nothing_happened() {
        assertThat(values("throughput", Duration.ofHours(1))).containsExactly(-1.0, 0.0, 0.1, 0.0, -1.0);
        assertThat(values("failed", Duration.ofHours(1))).containsExactly(-1.0, 0.0, 0.0, 0.0, -1.0);
    }

    @Test
    void a_latency_is_unknown_if_nothing_happened() {
        assertThat(values("took_p95", Duration.ofHours(1)))
                .containsExactly(-1.0, -1.0, LogBuckets.seconds(9), -1.0, -1.0);
        assertThat(values("took_p50", Duration.ofHours(1)))
                .containsExactly(-1.0, -1.0, LogBuckets.seconds(3), -1.0, -1.0);
    }

    @Test
    void a_depth_is_known_where_it_was_sampled() {
        assertThat(values("depth", Duration.ofHours(1))).containsExactly(-1.0, 7.0, 7.0, 7.0, -1.0);
    }

    /** The counts of such a minute are at the first minute of its hour. */
    @Test
    void minutes_of_counts_by_the_hour_are_unknown() {
        assertThat(values("throughput", Duration.ofDays(3))).containsExactly(-1.0, -1.0, 0.1, -1.0, -1.0);

        Instant old = NOW.minus(Duration.ofDays(3));
        assertThat(Observed.slots(List.of(old.plusSeconds(4_000)), old, 3_600, NOW))
                .containsExactly(1);
    }
}
