package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import org.junit.jupiter.api.Test;

/** Whether ended tasks are stored in the database, or only remembered by this node. */
class HistoryStorageTest extends HistoryOfANode {

    @Test
    void without_a_console_nothing_is_stored_and_memory_answers_with_a_label() {
        history = history(Kept.AUTO);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        assertThat(store.all()).isEmpty();
        HistoryPage page = page("state:failed");
        assertThat(page.items()).extracting(EndedTask::taskId).containsExactly("2");
        assertThat(page.origin().kind()).isEqualTo(HistoryOrigin.Kind.MEMORY_OFF);
        assertThat(page.origin().sentence()).contains("abakus.tasks.history").contains("node-a");
        assertThat(history.api().groups(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void a_console_turns_the_history_on_unless_it_is_configured() {
        history = history(Kept.AUTO);
        history.api().keepUnlessConfigured(true);
        succeed("1", "mail.send");
        history.flush();
        assertThat(store.all()).hasSize(1);

        history = history(Kept.OFF);
        history.api().keepUnlessConfigured(true);
        succeed("2", "mail.send");
        history.flush();
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void failures_alone_are_kept_on_demand_and_everything_is_counted() {
        history = history(Kept.FAILURES);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        assertThat(store.all()).extracting(row -> row.ended().taskId()).containsExactly("2");
        assertThat(counts().ends()).isEqualTo(Map.of("succeeded", 1L, "failed", 1L));
    }

    @Test
    void while_the_database_is_away_memory_answers_and_afterwards_nothing_is_missing() {
        store.away(true);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        HistoryPage page = page("");
        assertThat(page.items()).hasSize(2);
        assertThat(page.origin().kind()).isEqualTo(HistoryOrigin.Kind.MEMORY_DATABASE);
        assertThatExceptionOfType(OperationalException.class)
                .isThrownBy(() -> history.api().minutes(Instant.EPOCH, clock.now(), Optional.empty()));

        store.away(false);
        clock.advance(Duration.ofSeconds(5));
        history.flush();

        assertThat(store.all()).hasSize(2);
        assertThat(counts().total()).isEqualTo(2);
        assertThat(page("").origin().kind()).isEqualTo(HistoryOrigin.Kind.DATABASE);
    }

    @Test
    void a_row_that_cannot_be_written_is_dropped_and_those_behind_it_are_not() {
        store.breakAt("odd");
        fail("odd");
        fail("sound");

        history.flush();

        assertThat(store.all()).extracting(row -> row.ended().taskId()).containsExactly("sound");
        assertThat(history.api().dropped()).isEqualTo(1);
    }

    @Test
    void another_applications_history_is_read_by_its_name_from_the_store_alone() {
        HistoryReader shop = history.api().of("shop");
        succeed("1", "mail.send");
        history.flush();

        assertThat(shop.page(HistoryQuery.ALL, OptionalLong.empty(), 50).items())
                .isEmpty();
        assertThat(shop.executions("1")).isEmpty();

        history = history(Kept.ALL, store.stores().others().apply("shop"));
        succeed("2", "mail.send");
        history.flush();

        assertThat(shop.page(HistoryQuery.ALL, OptionalLong.empty(), 50).items())
                .extracting(EndedTask::taskId)
                .containsExactly("2");
        assertThat(shop.origin().isMemory()).isFalse();
    }
}
