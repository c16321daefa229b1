package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;
import org.junit.jupiter.api.Test;

/** The contract of every store of orders. The test of a store extends this class. */
public abstract class OrderStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    /** An empty store. */
    protected abstract OrderStore store() throws Exception;

    @Test
    void revocations_are_kept_as_they_were_uttered() throws Exception {
        OrderStore store = store();
        MatchingRevocation byTask = revocation(Revocable.named("mail.send"), false);
        MatchingRevocation byContext =
                revocation(Revocable.withContext("request_id", "ø-'1").alsoSentWithin(Duration.ofMinutes(1)), true);
        store.revoke(byTask);
        store.revoke(byContext);

        assertThat(store.revocations()).containsExactlyInAnyOrder(byTask, byContext);
    }

    @Test
    void ids_are_revoked_since_an_instant_and_the_last_word_counts() throws Exception {
        OrderStore store = store();
        store.revoke(new Revocation("early", false, NOW.minusSeconds(1), LATER));
        store.revoke(new Revocation("t-1", false, NOW, LATER));
        Revocation again = new Revocation("t-1", true, NOW.plusSeconds(1), LATER);
        store.revoke(again);

        assertThat(store.revokedIdsSince(NOW)).containsExactly(again);
    }

    @Test
    void an_id_that_no_task_can_have_is_not_recorded_and_no_error() throws Exception {
        OrderStore store = store();

        for (String id : List.of("x".repeat(256), "nul \u0000", "half \ud800")) {
            store.revoke(new Revocation(id, true, NOW, LATER));
        }

        assertThat(store.revokedIdsSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_revocation_about_the_same_tasks_replaces_the_one_before() throws Exception {
        OrderStore store = store();
        store.revoke(revocation(Revocable.withHeader("tenant", 7), false));
        store.revoke(revocation(Revocable.withHeader("tenant", 8), false));
        MatchingRevocation again = revocation(Revocable.withHeader("tenant", 7), true);
        store.revoke(again);

        assertThat(store.revocations()).hasSize(2).contains(again);
    }

    @Test
    void what_has_expired_can_be_deleted() throws Exception {
        OrderStore store = store();
        store.revoke(revocation(Revocable.named("mail.send"), false));
        for (int i = 0; i < 3; i++) {
            store.revoke(new Revocation("t-" + i, false, NOW, LATER));
        }
        Instant after = LATER.plusSeconds(1);

        assertThat(store.removeExpired(LATER, 2)).isZero();
        assertThat(store.removeExpired(after, 2)).isEqualTo(3);
        assertThat(store.removeExpired(after, 2)).isEqualTo(1);
        assertThat(store.revocations()).isEmpty();
        assertThat(store.revokedIdsSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_pause_holds_until_it_is_ended_and_keeps_its_beginning() throws Exception {
        OrderStore store = store();
        Pause queue = new Pause(Pause.Of.QUEUE, "mail", NOW);
        Pause task = new Pause(Pause.Of.TASK, "mail", NOW);
        store.pause(queue);
        store.pause(task);
        store.pause(new Pause(Pause.Of.QUEUE, "mail", LATER));
        assertThat(store.pauses()).containsExactlyInAnyOrder(queue, task);

        assertThat(store.resume(Pause.Of.QUEUE, "mail")).isTrue();
        assertThat(store.resume(Pause.Of.QUEUE, "mail")).isFalse();
        assertThat(store.pauses()).containsExactly(task);
    }

    private static MatchingRevocation revocation(Revocable.Matching match, boolean terminate) {
        return new MatchingRevocation(match, terminate, NOW, NOW.plus(match.later()), LATER);
    }
}
