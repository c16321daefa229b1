package no.abakus.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int MANY = 10_000;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T03:14:00Z"));
    private final Ids ids = Ids.timeOrdered(clock);

    @Test
    void ids_of_tasks_are_uuids_of_version_7_that_begin_with_the_time() {
        UUID id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.now().toEpochMilli());
    }

    @Test
    void later_ids_come_after_earlier_ones() {
        String earlier = ids.next();
        clock.advance(Duration.ofMillis(1));

        assertThat(ids.next()).isGreaterThan(earlier);
    }

    @Test
    void ids_of_one_millisecond_differ() {
        List<String> many = Stream.generate(ids::next).limit(MANY).toList();

        assertThat(many).doesNotHaveDuplicates();
    }
}
