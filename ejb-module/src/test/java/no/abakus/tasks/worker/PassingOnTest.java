package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** How often a message may be passed to another node without a wait. */
class PassingOnTest {

    private final SettableClock clock = new SettableClock();
    private final PassingOn passingOn = new PassingOn(clock);

    @Test
    void one_message_is_passed_on_a_limited_number_of_times() {
        Returns returns = Returns.NONE;
        int passes = 0;
        while (passingOn.mayPass(returns)) {
            returns = returns.passedOn("unknown-task", Instant.EPOCH);
            passes++;
        }

        assertThat(passes).isEqualTo(PassingOn.MOST);
        assertThat(returns.times()).isZero();
    }

    @Test
    void a_node_passes_on_a_limited_number_in_a_second() {
        int passed = 0;
        while (passingOn.mayPass(Returns.NONE)) {
            passed++;
        }

        assertThat(passed).isEqualTo(PassingOn.MOST_PER_SECOND);
        clock.advance(Duration.ofSeconds(1));
        assertThat(passingOn.mayPass(Returns.NONE)).isTrue();
    }
}
