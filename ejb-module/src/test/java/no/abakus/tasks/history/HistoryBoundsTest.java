package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Test;

/** The history grows neither in memory nor in the database without bound. */
class HistoryBoundsTest extends HistoryOfANode {

    @Test
    void a_full_ring_drops_ends_and_says_how_many() {
        store.away(true);
        history.flush();
        fail("first");
        history.flush();
        for (int i = 0; i < Ring.ROOM + 10; i++) {
            history.listener()
                    .onEvent(new TaskEvent.Revoked(
                            delivery(new MessageDraft("t" + i, "mail.send").message()), false, "id"));
        }

        assertThat(history.api().dropped()).isEqualTo(10);
    }

    @Test
    void above_the_rate_successes_are_sampled_and_the_counts_stay_exact() {
        for (int i = 0; i < 5_000; i++) {
            succeed("t" + i, "mail.send");
        }
        history.flush();

        assertThat(store.all()).hasSizeLessThan(2_000);
        assertThat(counts().ends()).isEqualTo(Map.of("succeeded", 5_000L));
        assertThat(page("").total().isExact()).isFalse();
        assertThat(page("").total().executions()).isBetween(4_000L, 6_000L);
    }

    @Test
    void an_application_that_has_ended_nothing_for_a_year_leaves_nothing() {
        history = history(Kept.ALL, shop());
        fail("1");
        history.flush();
        History mine = history(Kept.ALL);

        clock.advance(Duration.ofDays(364));
        mine.removeExpired();
        assertThat(shop().groups().groups(Instant.EPOCH, 10)).hasSize(1);

        clock.advance(Duration.ofDays(2));
        mine.removeExpired();
        assertThat(shop().groups().groups(Instant.EPOCH, 10)).isEmpty();
    }

    private HistoryStores shop() {
        return store.stores().others().apply("shop");
    }

    @Test
    void old_ends_are_deleted_and_failures_later() {
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        clock.advance(Duration.ofDays(8));
        history.removeExpired();
        assertThat(store.all()).extracting(row -> row.ended().taskId()).containsExactly("2");

        clock.advance(Duration.ofDays(30));
        history.removeExpired();
        assertThat(store.all()).isEmpty();
        assertThat(history.api().groups(Instant.EPOCH)).isEmpty();
    }
}
