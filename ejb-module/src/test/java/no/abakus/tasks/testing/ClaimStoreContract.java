package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.spi.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ClaimStore} keeps. Extend this class to test a store of your own. */
public abstract class ClaimStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ClaimStore store;

    /** A fresh, empty store. */
    protected abstract ClaimStore store() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = store();
    }

    private static Claim claim(String id, int execution, String run, boolean acknowledged) {
        return new Claim(
                id,
                execution,
                "mail.send",
                "node-" + run,
                run,
                acknowledged,
                false,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                Optional.of(id.length() > 50 ? "secret" : "secret of " + id),
                0);
    }

    private static ClaimKey key(String id) {
        return ClaimKey.of(claim(id, 0, "any", false));
    }

    private static Claim withToken(Claim claim, Optional<String> token) {
        return new Claim(
                claim.id(),
                claim.execution(),
                claim.task(),
                claim.node(),
                claim.run(),
                claim.acknowledged(),
                claim.ended(),
                claim.at(),
                claim.expiresAt(),
                token,
                claim.deaths());
    }

    private static Claim sentAgain(Claim claim, int deaths) {
        return new Claim(
                claim.id(),
                claim.execution(),
                claim.task(),
                claim.node(),
                claim.run(),
                claim.acknowledged(),
                false,
                claim.at(),
                claim.expiresAt(),
                claim.token(),
                deaths);
    }

    @Test
    void a_dead_letter_that_is_sent_again_starts_once_more_and_once_only() {
        for (Optional<String> token : List.of(Optional.of("secret"), Optional.<String>empty())) {
            Claim first = withToken(claim("letter " + token.isPresent(), 0, "a", true), token);
            store.claim(first);
            store.end(ClaimKey.of(first));
            Claim again = sentAgain(first, 1);

            assertThat(store.claim(again)).isEmpty();
            assertThat(store.claim(again)).contains(again);
            assertThat(store.lost("b", MINUTE, 10)).containsExactly(again);
            store.end(ClaimKey.of(again));
            assertThat(store.lost("b", MINUTE, 10)).isEmpty();
            assertThat(store.claim(sentAgain(first, 2))).isEmpty();
            store.end(ClaimKey.of(sentAgain(first, 2)));
        }
    }

    /**
     * The strangers are a send of the same id with another token, a send without a token, and a send of an id that
     * looks like the key of the honest claim.
     */
    @Test
    void a_message_neither_finds_nor_ends_the_claim_of_another_token() {
        Claim honest = claim("1", 0, "a", true);
        store.claim(honest);
        for (Claim stranger : List.of(
                withToken(honest, Optional.of("guessed")),
                withToken(honest, Optional.empty()),
                withToken(claim("1~secret of 1", 0, "a", true), Optional.of("")))) {
            assertThat(store.claim(stranger)).isEmpty();
            store.end(ClaimKey.of(stranger));
            store.release(ClaimKey.of(stranger));
        }

        assertThat(store.claim(claim("1", 0, "b", true))).contains(honest);
        assertThat(store.lost("b", MINUTE, 10)).containsExactly(honest);
    }

    @Test
    void an_id_that_fills_its_column_is_claimed_and_read_back() {
        Claim longest = claim("x".repeat(255), 0, "a", true);

        assertThat(store.claim(longest)).isEmpty();
        assertThat(store.claim(longest)).contains(longest);
        assertThat(store.lost("b", MINUTE, 10)).containsExactly(longest);
    }

    @Test
    void an_execution_is_claimed_once_and_the_second_is_told_by_whom() {
        assertThat(store.claim(claim("1", 0, "a", false))).isEmpty();
        assertThat(store.claim(claim("1", 0, "b", true))).contains(claim("1", 0, "a", false));
    }

    @Test
    void the_next_execution_and_another_task_are_claimed_for_themselves() {
        store.claim(claim("1", 0, "a", false));

        assertThat(store.claim(claim("1", 1, "a", false))).isEmpty();
        assertThat(store.claim(claim("2", 0, "a", false))).isEmpty();
    }

    @Test
    void an_end_is_told_too() {
        store.claim(claim("1", 0, "a", false));
        store.end(key("1"));
        store.end(key("unknown"));

        assertThat(store.claim(claim("1", 0, "b", false)))
                .hasValueSatisfying(known -> assertThat(known.ended()).isTrue());
    }

    @Test
    void a_rejection_is_told_with_its_mark_unless_the_execution_had_ended() {
        store.claim(claim("1", 0, "a", false));
        store.reject(key("1"), "rejected:refused");
        store.reject(key("1"), "rejected:unexpected");
        store.claim(claim("2", 0, "a", false));
        store.end(key("2"));
        store.reject(key("2"), "rejected:refused");
        store.reject(key("unknown"), "rejected:refused");

        assertThat(store.claim(claim("1", 0, "b", false))).hasValueSatisfying(known -> {
            assertThat(known.ended()).isTrue();
            assertThat(known.run()).isEqualTo("rejected:refused");
        });
        assertThat(store.claim(claim("2", 0, "b", false)))
                .hasValueSatisfying(known -> assertThat(known.run()).isEqualTo("a"));
        assertThat(store.claim(claim("unknown", 0, "b", false))).isEmpty();
    }

    @Test
    void what_is_released_can_be_claimed_again() {
        store.claim(claim("1", 0, "a", false));
        store.release(key("1"));

        assertThat(store.claim(claim("1", 0, "b", false))).isEmpty();
    }

    @Test
    void a_run_lives_while_it_says_so_and_until_it_is_buried() {
        assertThat(store.isAlive("a", MINUTE)).isFalse();
        store.beat("node-a", "a");
        store.beat("node-a", "a");
        assertThat(store.isAlive("a", MINUTE)).isTrue();
        store.bury("a");
        assertThat(store.isAlive("a", MINUTE)).isFalse();
    }

    @Test
    void another_live_run_of_the_same_node_name_is_found() {
        assertThat(store.otherRun("node-a", "a", MINUTE)).isEmpty();
        store.beat("node-a", "a");
        store.beat("node-b", "b");
        assertThat(store.otherRun("node-a", "a", MINUTE)).isEmpty();
        assertThat(store.otherRun("node-a", "a2", MINUTE)).contains("a");
        store.bury("a");
        assertThat(store.otherRun("node-a", "a2", MINUTE)).isEmpty();
    }

    @Test
    void lost_is_what_was_acknowledged_and_has_no_end_and_whose_run_does_not_live() {
        store.beat("node-alive", "alive");
        store.claim(claim("lost", 0, "dead", true));
        store.claim(claim("its message comes again", 0, "dead", false));
        store.claim(claim("ended", 0, "dead", true));
        store.end(key("ended"));
        store.claim(claim("runs elsewhere", 0, "alive", true));
        store.claim(claim("runs here", 0, "here", true));

        assertThat(store.lost("here", MINUTE, 10)).extracting(Claim::id).containsExactly("lost");
        assertThat(store.lost("here", MINUTE, 0)).isEmpty();
    }

    @Test
    void claims_expire() {
        store.claim(claim("1", 0, "a", false));
        store.claim(claim("2", 3, "a", false));

        assertThat(store.removeExpired(NOW.plus(Duration.ofHours(23)), 10)).isZero();
        assertThat(store.removeExpired(NOW.plus(Duration.ofHours(25)), 1)).isEqualTo(1);
        assertThat(store.removeExpired(NOW.plus(Duration.ofHours(25)), 10)).isEqualTo(1);
        assertThat(store.claim(claim("1", 0, "b", false))).isEmpty();
    }
}
