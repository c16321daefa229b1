package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleHistory.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.Test;

/** Counts of executions per minute in a store of the history. */
public interface StoredCountsContract extends EmptyHistory {

    private static MinuteCounts minute(Instant at, String node, String task, long failed) {
        return new MinuteCounts(
                at, node, task, Map.of("failed", failed, "retry", 1L), Map.of(0, failed, 63, 2L), Map.of(7, failed));
    }

    @Test
    default void counts_of_a_minute_add_up() {
        HistoryStores stores = stores();
        MinuteCounts one = minute(THEN, "a", "mail.send", 2);
        stores.minutes().count(List.of(one, minute(THEN.plusSeconds(60), "a", "mail.send", 1)));
        stores.minutes().count(List.of(one, minute(THEN, "b", "report", 5)));

        assertThat(stores.minutes().minutes(THEN, THEN.plusSeconds(60), Optional.empty()))
                .containsExactly(one.plus(one), minute(THEN, "b", "report", 5));
        assertThat(stores.minutes().minutes(THEN, THEN.plusSeconds(120), Optional.of("mail.send")))
                .containsExactly(one.plus(one), minute(THEN.plusSeconds(60), "a", "mail.send", 1));
    }

    @Test
    default void minutes_of_an_hour_are_combined_over_all_nodes() {
        HistoryStores stores = stores();
        stores.minutes()
                .count(List.of(
                        minute(THEN, "a", "mail.send", 1),
                        minute(THEN.plusSeconds(60), "a", "mail.send", 2),
                        minute(THEN.plusSeconds(3600), "a", "mail.send", 4)));
        stores.minutes().count(List.of(minute(THEN, "b", "mail.send", 8)));

        assertThat(stores.minutes().rollUpAnHour(THEN.plusSeconds(3600))).isTrue();
        assertThat(stores.minutes().rollUpAnHour(THEN.plusSeconds(3600))).isFalse();

        List<MinuteCounts> left = stores.minutes().minutes(THEN, THEN.plusSeconds(7200), Optional.empty());
        assertThat(left).hasSize(2);
        assertThat(left.get(0).node()).isEmpty();
        assertThat(left.get(0).ends()).isEqualTo(Map.of("failed", 11L, "retry", 3L));
        assertThat(left.get(0).waited()).isEqualTo(Map.of(0, 11L, 63, 6L));
        assertThat(left.get(1)).isEqualTo(minute(THEN.plusSeconds(3600), "a", "mail.send", 4));
        assertThat(stores.minutes().removeMinutes(THEN.plusSeconds(1))).isEqualTo(1);
    }
}
