package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.QueueDepth;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:30Z");

    private final List<Instant> starts = new ArrayList<>();
    private final List<Instant> ends = new ArrayList<>();

    private List<MinuteCounts> read(Instant from, Instant to) {
        starts.add(from);
        ends.add(to);
        return List.of(
                new MinuteCounts(from, "a", "mail.send", Map.of("failed", 2L), Map.of(0, 2L), Map.of(7, 2L)),
                new MinuteCounts(from, "b", "report", Map.of("failed", 3L), Map.of(0, 3L), Map.of(7, 3L)));
    }

    @Test
    void parts_follow_each_other_without_gaps_and_tasks_are_added_up() {
        Instant from = NOW.minus(Duration.ofDays(10)).minusSeconds(7);

        List<MinuteCounts> counts = Parts.minutes(from, NOW, NOW, this::read);

        assertThat(starts.get(0)).isEqualTo(from);
        assertThat(ends.subList(0, ends.size() - 1)).isEqualTo(starts.subList(1, starts.size()));
        assertThat(ends.get(ends.size() - 1)).isEqualTo(NOW);
        assertThat(starts).hasSizeLessThan(10 + 4 * 24);
        assertThat(counts).hasSameSizeAs(starts).allSatisfy(one -> {
            assertThat(one.ends()).isEqualTo(Map.of("failed", 5L));
            assertThat(one.took()).isEqualTo(Map.of(7, 5L));
        });
    }

    @Test
    void times_of_which_nothing_can_be_known_are_not_asked_for() {
        Parts.minutes(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"), NOW, this::read);

        assertThat(starts).hasSizeLessThan(366 + 4 * 24);
        assertThat(Parts.minutes(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)), NOW, this::read))
                .isEmpty();
    }

    @Test
    void queues_of_one_minute_are_added_up() {
        OptionalLong unknown = OptionalLong.empty();

        assertThat(Parts.depths(
                        NOW.minusSeconds(60),
                        NOW,
                        NOW,
                        (from, to) -> List.of(
                                new QueueDepth(from, "mail", OptionalLong.of(4), unknown, unknown, unknown),
                                new QueueDepth(from, "odd", unknown, unknown, unknown, unknown),
                                new QueueDepth(from, "report", OptionalLong.of(3), unknown, unknown, unknown))))
                .singleElement()
                .extracting(QueueDepth::waiting)
                .isEqualTo(OptionalLong.of(7));
    }
}
