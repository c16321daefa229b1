package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.port.StoredBulk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of bulk operations does. */
public abstract class BulkStoreContract {

    protected static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    private BulkStore store;

    /** An empty store. */
    protected abstract BulkStore store() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = store();
    }

    protected static StoredBulk preview(String id, List<String> ids) {
        BulkRequest request = new BulkRequest(
                BulkAction.RETRY,
                ids.isEmpty() ? Optional.of("task:mail.*") : Optional.empty(),
                List.of(),
                50,
                Optional.of("SMTP is back"),
                "anna",
                Optional.of("abc-123"));
        return new StoredBulk(
                new BulkOperation(
                        id,
                        request,
                        BulkState.PREVIEW,
                        812,
                        true,
                        Map.of("body-not-kept", 3L),
                        List.of("t-1", "t-2"),
                        0,
                        Map.of(),
                        Optional.empty(),
                        THEN,
                        THEN.plusSeconds(600),
                        Optional.empty(),
                        Optional.empty()),
                ids,
                Long.MAX_VALUE);
    }

    @Test
    void a_preview_comes_back_as_it_was() {
        store.add(preview("b1", List.of()));
        store.add(preview("b2", List.of("a", "æ", "c")));

        assertThat(store.find("b1")).contains(preview("b1", List.of()));
        assertThat(store.find("b2")).contains(preview("b2", List.of("a", "æ", "c")));
        assertThat(store.find("b3")).isEmpty();
        assertThat(store.running()).isEmpty();
    }

    @Test
    void the_options_that_change_come_back() {
        TaskOptions options = TaskOptions.empty().with(TaskOption.PRIORITY, 2).withNone(TaskOption.SHADOW);
        StoredBulk plain = preview("b1", List.of());
        BulkRequest all = plain.operation().request();
        BulkRequest changed = new BulkRequest(
                all.action(), all.query(), all.ids(), all.rate(), all.reason(), all.user(), all.requestId(), options);
        store.add(with(plain, changed));

        assertThat(store.find("b1").orElseThrow().operation().request()).isEqualTo(changed);
    }

    private static StoredBulk with(StoredBulk stored, BulkRequest request) {
        BulkOperation all = stored.operation();
        return new StoredBulk(
                new BulkOperation(
                        all.id(),
                        request,
                        all.state(),
                        all.total(),
                        all.exact(),
                        all.notPossible(),
                        all.sample(),
                        all.done(),
                        all.refused(),
                        all.node(),
                        all.createdAt(),
                        all.expiresAt(),
                        all.startedAt(),
                        all.endedAt()),
                stored.ids(),
                stored.position());
    }

    @Test
    void a_preview_is_started_once_and_only_while_it_is_fresh() {
        store.add(preview("b1", List.of()));
        store.add(preview("b2", List.of()));

        assertThat(store.start("b1", THEN.plusSeconds(600))).isTrue();
        assertThat(store.start("b1", THEN.plusSeconds(600))).isFalse();
        assertThat(store.start("b2", THEN.plusSeconds(601))).isFalse();
        assertThat(store.running()).containsExactly("b1");
        assertThat(store.find("b1").orElseThrow().operation().startedAt()).contains(THEN.plusSeconds(600));
    }

    @Test
    void one_node_has_an_operation_until_it_does_not_report() {
        store.add(preview("b1", List.of()));
        assertThat(store.lease("b1", "a", THEN, THEN.plusSeconds(10)))
                .as("not running")
                .isFalse();
        store.start("b1", THEN);

        assertThat(store.lease("b1", "a", THEN, THEN.plusSeconds(10))).isTrue();
        assertThat(store.lease("b1", "b", THEN.plusSeconds(9), THEN.plusSeconds(19)))
                .isFalse();
        assertThat(store.lease("b1", "a", THEN.plusSeconds(9), THEN.plusSeconds(19)))
                .isTrue();
        assertThat(store.progress("b1", "a", 17, 5, Map.of("gone", 1L), THEN.plusSeconds(20)))
                .isTrue();
        assertThat(store.lease("b1", "b", THEN.plusSeconds(19), THEN.plusSeconds(30)))
                .isFalse();
        assertThat(store.lease("b1", "b", THEN.plusSeconds(21), THEN.plusSeconds(31)))
                .isTrue();
        assertThat(store.progress("b1", "a", 18, 6, Map.of(), THEN.plusSeconds(30)))
                .as("another node has it")
                .isFalse();

        StoredBulk stored = store.find("b1").orElseThrow();
        assertThat(stored.position()).isEqualTo(17);
        assertThat(stored.operation().done()).isEqualTo(5);
        assertThat(stored.operation().refused()).isEqualTo(Map.of("gone", 1L));
        assertThat(stored.operation().node()).contains("b");
    }

    @Test
    void what_was_done_before_a_stop_counts() {
        store.add(preview("b1", List.of()));
        store.start("b1", THEN);
        store.lease("b1", "a", THEN, THEN.plusSeconds(10));

        assertThat(store.end("b1", false, THEN.plusSeconds(1))).isTrue();
        assertThat(store.end("b1", true, THEN.plusSeconds(2))).isFalse();
        assertThat(store.progress("b1", "a", 17, 5, Map.of(), THEN.plusSeconds(11)))
                .isFalse();

        BulkOperation stopped = store.find("b1").orElseThrow().operation();
        assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
        assertThat(stopped.done()).isEqualTo(5);
        assertThat(stopped.endedAt()).contains(THEN.plusSeconds(1));
    }

    @Test
    void old_ones_are_deleted() {
        store.add(preview("preview", List.of()));
        store.add(preview("running", List.of()));
        store.add(preview("done", List.of()));
        store.start("running", THEN);
        store.start("done", THEN);
        store.end("done", true, THEN);

        assertThat(store.removeBulks(THEN, THEN.plusSeconds(600))).isZero();
        assertThat(store.removeBulks(THEN.plusSeconds(1), THEN.plusSeconds(601)))
                .isEqualTo(2);
        assertThat(store.find("running")).isPresent();
    }
}
