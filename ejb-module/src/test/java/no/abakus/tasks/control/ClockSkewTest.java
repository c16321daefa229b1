package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A node whose clock is wrong says so. */
class ClockSkewTest {

    private final SettableClock here = new SettableClock();
    private final ClockSkew skew = new ClockSkew(here);

    private void compare(Duration ahead) {
        skew.look(() -> here.now().minus(ahead));
    }

    @Test
    void a_small_difference_is_shown_and_nothing_is_said() {
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            compare(Duration.ofMillis(900));

            assertThat(lines.events()).isEmpty();
        }
        assertThat(skew.ahead()).contains(Duration.ofMillis(900));
        assertThatCode(skew::check).doesNotThrowAnyException();
    }

    @Test
    void more_than_a_second_is_warned_of_once_until_it_is_right_again() {
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            compare(Duration.ofSeconds(-5));
            compare(Duration.ofSeconds(-5));
            compare(Duration.ZERO);

            assertThat(lines.events()).containsExactly("clock_skew", "clock_right_again");
        }
    }

    @Test
    void more_than_ten_seconds_makes_the_node_unready_in_either_direction() {
        compare(Duration.ofSeconds(70));
        assertThatThrownBy(skew::check)
                .hasMessageContaining(
                        "70.0 s ahead of the database's. Correct it, or the clock of the database if all nodes report this");

        compare(Duration.ofSeconds(-70));
        assertThatThrownBy(skew::check).hasMessageContaining("70.0 s behind the database's");
    }

    @Test
    void an_answer_that_took_long_proves_nothing() {
        skew.look(() -> {
            here.advance(Duration.ofSeconds(20));
            return here.now();
        });

        assertThat(skew.ahead()).isEmpty();
    }

    @Test
    void a_database_that_is_away_leaves_the_last_comparison() {
        compare(Duration.ofSeconds(70));
        skew.look(() -> {
            throw new OperationalException("away");
        });

        assertThat(skew.ahead()).contains(Duration.ofSeconds(70));
        assertThat(skew.sharedNow()).isEqualTo(here.now().minusSeconds(70));
    }
}
