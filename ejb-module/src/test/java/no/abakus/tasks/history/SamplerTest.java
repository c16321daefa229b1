package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.testing.SettableClock;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final int RATE = 250;

    private final SettableClock clock = new SettableClock();
    private final Sampler sampler = new Sampler(clock, RATE);

    private int kept;
    private long represented;

    private void run(String task, int count, String prefix) {
        for (int i = 0; i < count; i++) {
            int weight = sampler.weight(task, prefix + i);
            kept += weight > 0 ? 1 : 0;
            represented += weight;
        }
    }

    @Test
    void up_to_the_rate_everything_is_kept() {
        for (int second = 0; second < 10; second++) {
            run("mail.send", RATE, second + "-");
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(kept).isEqualTo(10 * RATE);
        assertThat(represented).isEqualTo(10 * RATE);
    }

    @Test
    void above_it_the_rows_stay_bounded_and_their_weights_stand_for_all() {
        run("mail.send", 10_000, "first-");
        kept = 0;
        represented = 0;
        for (int second = 0; second < 20; second++) {
            clock.advance(Duration.ofSeconds(1));
            run("mail.send", 10_000, second + "-");
        }

        assertThat(kept / 20).isLessThan(RATE);
        assertThat(represented).isCloseTo(200_000, Percentage.withPercentage(10));
    }

    @Test
    void a_burst_writes_less_than_two_seconds_of_rows_and_their_weights_stand_for_all() {
        for (int burst = 0; burst < 20; burst++) {
            clock.advance(Duration.ofSeconds(10));
            run("mail.send", 10_000, burst + "-");
        }

        assertThat(kept / 20).isBetween(RATE, 2 * RATE);
        assertThat(represented).isCloseTo(200_000, Percentage.withPercentage(10));
    }

    @Test
    void a_rare_task_is_kept_beside_a_frequent_one() {
        run("mail.send", 10_000, "a-");
        clock.advance(Duration.ofSeconds(1));
        run("mail.send", 10_000, "b-");
        kept = 0;

        run("report.print", 5, "c-");

        assertThat(kept).isEqualTo(5);
    }

    @Test
    void after_a_quiet_second_everything_is_kept_again() {
        run("mail.send", 10_000, "a-");
        clock.advance(Duration.ofSeconds(2));
        kept = 0;

        run("mail.send", RATE, "b-");

        assertThat(kept).isEqualTo(RATE);
    }
}
