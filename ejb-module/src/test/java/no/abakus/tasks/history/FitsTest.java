package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.MinuteCounts;
import org.junit.jupiter.api.Test;

class FitsTest {

    @Test
    void what_a_database_cannot_store_is_replaced_and_the_rest_is_cut() {
        assertThat(Fits.text("a\0b\uD800c", 10)).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(Fits.text("abc", 2)).isEqualTo("ab");
        assertThat(Fits.text("\uD83D\uDE00", 1)).isEqualTo("\uFFFD");
    }

    @Test
    void a_name_that_a_stranger_made_up_belongs_to_the_application_that_counts_it() {
        MinuteCounters counters = new MinuteCounters(TaskClock.system(), "a");
        counters.count("shop\u001Fmail.send", TaskState.REJECTED, Optional.empty(), Optional.empty());

        MinuteCounts counted = counters.take().get(0);

        assertThat(counted.ends()).isEqualTo(Map.of("rejected", 1L));
        for (Owner owner : List.of(Owner.PLAIN, new Owner("billing"))) {
            assertThat(owner.name(owner.key(counted.task()))).contains(counted.task());
        }
    }
}
