package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.port.HistoryKeys;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RowIdsTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void keys_increase_even_if_the_clock_stands_still_or_goes_back() {
        RowIds ids = new RowIds(clock, () -> 0.7);
        long before = ids.next();
        for (int i = 0; i < 10_000; i++) {
            if (i == 5_000) {
                clock.advance(Duration.ofSeconds(-3));
            }
            long next = ids.next();
            assertThat(next).isGreaterThan(before);
            before = next;
        }
    }

    @Test
    void a_key_contains_its_time() {
        RowIds ids = new RowIds(clock, () -> 0.999);

        long key = ids.next();

        assertThat(key).isGreaterThanOrEqualTo(HistoryKeys.from(clock.now()));
        assertThat(key).isLessThan(HistoryKeys.from(clock.now().plusMillis(1)));
    }

    @Test
    void two_runs_of_a_node_make_different_keys() {
        assertThat(new RowIds(clock, () -> 0.1).next()).isNotEqualTo(new RowIds(clock, () -> 0.2).next());
    }
}
