package no.abakus.tasks.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.MinuteCounts;
import org.junit.jupiter.api.Test;

class FailingTaskTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:14:00Z");
    private static final List<MinuteCounts> COUNTS =
            List.of(new MinuteCounts(NOW, "a", "mail.send", Map.of("failed", 5L), Map.of(), Map.of()));

    private static FailureGroup group(String id, Duration mutedFor) {
        return new FailureGroup(
                id,
                "mail.send",
                "java.util.concurrent.TimeoutException",
                Optional.empty(),
                "t-1",
                NOW,
                NOW,
                5,
                Optional.empty(),
                Optional.of(NOW.plus(mutedFor)));
    }

    @Test
    void a_task_fails_as_long_as_one_of_its_groups_is_not_muted() {
        FailureGroup muted = group("muted", Duration.ofHours(1));
        FailureGroup open = group("open", Duration.ofHours(-1));

        assertThat(FailingTask.of(COUNTS, List.of(muted, open), NOW))
                .extracting(FailingTask::group)
                .containsExactly("open");
        assertThat(FailingTask.of(COUNTS, List.of(muted), NOW)).isEmpty();
        assertThat(FailingTask.of(COUNTS, List.of(), NOW))
                .extracting(FailingTask::group)
                .containsOnlyNulls();
    }
}
