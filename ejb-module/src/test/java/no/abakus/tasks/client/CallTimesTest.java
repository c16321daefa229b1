package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskEvent.Expired.FoundBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call says that its task is due and when it expires. */
class CallTimesTest extends CalledJob {

    @Test
    void what_has_expired_is_not_sent_and_told_at_once() {
        for (Duration span : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            plain().expires(span).applyAsync();
        }
        plain().expires(bench.clock().now().minusMillis(1)).applyAsync();

        assertThat(bench.transport().sent()).isEmpty();
        assertThat(expired()).containsExactly(FoundBy.SENDER, FoundBy.SENDER, FoundBy.SENDER);
    }

    @Test
    void what_would_expire_before_it_is_due_is_refused() {
        TaskCall<Object> late = plain().countdown(Duration.ofMinutes(5));

        assertThatThrownBy(() -> late.expires(Duration.ofMinutes(5)).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("before it is due");
        assertThatThrownBy(() -> call("x").countdown(Duration.ofHours(2)).applyAsync())
                .as("the task's own expiry counts")
                .isInstanceOf(TaskOptionException.class);
        assertThat(late.expires(Duration.ofMillis(300_001)).applyAsync().id()).isNotBlank();
    }

    @Test
    void what_expires_while_it_waits_is_not_run() {
        call("x").expires(Duration.ofMinutes(1)).applyAsync();
        bench.clock().advance(Duration.ofMinutes(1));
        call("just in time").applyAsync();
        bench.clock().advance(Duration.ofMillis(1));

        bench.runDue();

        assertThat(job.seen).hasSize(1);
        assertThat(expired()).containsExactly(FoundBy.WORKER);
    }

    @Test
    void what_expires_between_attempts_is_not_run_again() {
        job.retries = 3;
        call("x").applyAsync();

        bench.runDue();
        bench.clock().advance(Duration.ofMinutes(50));
        bench.runDue();

        assertThat(job.seen).as("the third would begin after an hour").hasSize(2);
        assertThat(bench.transport().waiting()).isEmpty();
        assertThat(expired()).containsExactly(FoundBy.WORKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P30D", "PT0.25S"})
    void a_countdown_is_kept_to_the_millisecond(String countdown) {
        Duration span = Duration.parse(countdown);
        plain().countdown(span).applyAsync();

        Optional<Instant> eta = bench.transport().sent().get(0).message().eta();
        assertThat(eta)
                .isEqualTo(
                        span.compareTo(Duration.ZERO) > 0
                                ? Optional.of(bench.clock().now().plus(span))
                                : Optional.empty());
    }

    @Test
    void an_eta_is_an_instant_whatever_its_offset_and_a_local_time_that_does_not_exist_is_the_next_one() {
        ZonedDateTime inTheGap = ZonedDateTime.of(2027, 3, 28, 2, 30, 0, 0, ZoneId.of("Europe/Oslo"));
        plain().eta(inTheGap.toInstant()).applyAsync();
        plain().eta(Instant.EPOCH).applyAsync();

        assertThat(bench.transport().sent().get(0).message().eta()).contains(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(bench.transport().sent().get(1).message().eta()).isEmpty();
    }

    private List<FoundBy> expired() {
        return bench.events().all().stream()
                .filter(TaskEvent.Expired.class::isInstance)
                .map(event -> ((TaskEvent.Expired) event).foundBy())
                .toList();
    }
}
