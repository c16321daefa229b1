package no.abakus.tasks.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogBucketsTest {

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 10, 100, 999, 1_000, 1_001, 4_096, 60_000, 3_600_000, 4_000_000_000L})
    void a_percentile_is_at_most_19_percent_off(long millis) {
        Map<Integer, Long> counts = Map.of(LogBuckets.of(Duration.ofMillis(millis)), 1L);

        assertThat(LogBuckets.percentile(counts, 0.95).orElseThrow())
                .isCloseTo(millis / 1000.0, Percentage.withPercentage(19));
    }

    @Test
    void spans_beyond_the_buckets_are_in_the_first_and_the_last() {
        assertThat(LogBuckets.of(Duration.ZERO)).isZero();
        assertThat(LogBuckets.of(Duration.ofSeconds(-5))).isZero();
        assertThat(LogBuckets.of(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(LogBuckets.COUNT - 1);
    }

    @Test
    void a_percentile_is_the_value_below_which_that_part_lies() {
        Map<Integer, Long> counts = Map.of(0, 90L, 20, 9L, 40, 1L);

        assertThat(LogBuckets.percentile(counts, 0.5)).contains(LogBuckets.seconds(0));
        assertThat(LogBuckets.percentile(counts, 0.95)).contains(LogBuckets.seconds(20));
        assertThat(LogBuckets.percentile(counts, 1)).contains(LogBuckets.seconds(40));
        assertThat(LogBuckets.percentile(Map.of(), 0.95)).isEmpty();
    }
}
