package no.abakus.tasks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.RateLimitScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rates are written: as in Celery, and also per day. */
class RateLimitTest {

    @ParameterizedTest
    @CsvSource({
        "100/s, PT0.01S",
        "100/m, PT0.6S",
        "100/h, PT36S",
        "100/d, PT14M24S",
        "4, PT0.25S",
        "0.5, PT2S",
        "0.5/h, PT2H",
        "'  10/s ', PT0.1S",
        "7/m, PT8.571428571S"
    })
    void a_rate_is_a_distance_in_time(String rate, Duration interval) {
        assertThat(RateLimit.parse(rate).orElseThrow().interval()).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/m", "0.0/s", "none", " "})
    void none_is_none(String rate) {
        assertThat(RateLimit.parse(rate)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "100/w", "-1/s", "100/", "/s", "1e3", "100 per minute", "100/M", "1,5/s"})
    void anything_else_says_what_would_be_valid(String rate) {
        assertThatThrownBy(() -> RateLimit.parse(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value must be a rate such as 100/s, 100/m, 100/h or 100/d, or 0 for no limit");
    }

    @Test
    void no_rate_is_too_fast_or_too_slow_to_be_held() {
        assertThat(RateLimit.parse("999999999.999999999/s").orElseThrow().interval())
                .isEqualTo(Duration.ofNanos(1));
        assertThat(RateLimit.parse("0.000000001/d").orElseThrow().interval()).isPositive();
    }

    @Test
    void it_says_what_it_is() {
        RateLimit limit = RateLimit.parse("5/m").orElseThrow();

        assertThat(limit).hasToString("5/m");
        assertThat(limit.counted(RateLimitScope.CLUSTER, 3, Optional.of("tenant")))
                .hasToString("5/m burst 3 cluster per tenant");
        assertThatThrownBy(() -> limit.counted(RateLimitScope.NODE, 0, Optional.empty()))
                .hasMessageContaining("a burst must be 1 or more");
    }
}
