package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.InvalidQueryException;
import org.junit.jupiter.api.Test;

class GroupQueryTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final FailureGroup GROUP = new FailureGroup(
            "9f00",
            "mail.send",
            "java.util.concurrent.TimeoutException",
            Optional.empty(),
            "17",
            NOW,
            NOW,
            3,
            Optional.empty(),
            Optional.empty());

    private static boolean fits(String q) {
        return GroupQuery.of(q, NOW).fits(GROUP);
    }

    @Test
    void groups_are_selected_by_task_error_and_id() {
        assertThat(fits("")).isTrue();
        assertThat(fits("task:mail.*")).isTrue();
        assertThat(fits("-task:mail.*")).isFalse();
        assertThat(fits("error:TimeoutException")).isTrue();
        assertThat(fits("error:java.util.*")).isTrue();
        assertThat(fits("error:IOException,Timeout*")).isTrue();
        assertThat(fits("error:IOException")).isFalse();
        assertThat(fits("group:9f00")).isTrue();
    }

    @Test
    void without_an_age_the_last_day_is_shown() {
        assertThat(GroupQuery.of("", NOW).since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(GroupQuery.of("age<30d", NOW).since()).isEqualTo(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void other_terms_are_refused() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> fits("task:mail.* -user:anna"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(12));
        assertThatExceptionOfType(InvalidQueryException.class).isThrownBy(() -> fits("age>1d"));
    }
}
