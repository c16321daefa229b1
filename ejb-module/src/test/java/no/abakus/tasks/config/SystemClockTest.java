package no.abakus.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The real clock and id generator. */
class SystemClockTest {

    @Test
    void it_tells_the_time_of_the_machine() {
        Instant before = Instant.now();

        assertThat(TaskClock.system().now()).isBetween(before, Instant.now());
    }

    @Test
    void durations_never_run_back() {
        TaskClock clock = TaskClock.system();
        long reading = clock.nanos();

        assertThat(clock.since(reading)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void ids_are_uuids_and_differ() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ids.add(UUID.fromString(Ids.RANDOM.next()).toString());
        }

        assertThat(ids).hasSize(100);
    }
}
