package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import no.abakus.tasks.operate.QueueDepth;
import org.junit.jupiter.api.Test;

class DepthPointsTest {

    private static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    private static QueueDepth depth(int minute, String queue, OptionalLong waiting) {
        OptionalLong none = OptionalLong.empty();
        return new QueueDepth(THEN.plusSeconds(60L * minute), queue, waiting, none, none, none);
    }

    @Test
    void queues_are_added_up_and_minutes_averaged() {
        List<QueueDepth> depths = List.of(
                depth(0, "a", OptionalLong.of(10)),
                depth(0, "b", OptionalLong.of(2)),
                depth(1, "a", OptionalLong.of(4)),
                depth(4, "a", OptionalLong.of(7)),
                depth(5, "a", OptionalLong.empty()));

        assertThat(DepthPoints.of(depths, THEN, 3, 120))
                .extracting(SeriesResource.Point::value)
                .containsExactly(8.0, null, 7.0);
    }
}
