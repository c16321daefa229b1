package no.abakus.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.history.History;
import no.abakus.tasks.history.Resending;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkStart;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.CountingIds;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.InMemoryBulks;
import no.abakus.tasks.testing.InMemoryHistory;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

class BulksTest {

    private static final Duration TURN = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryHistory stored = new InMemoryHistory();
    private final InMemoryBulks store = new InMemoryBulks();
    private final Letters letters = new Letters();
    private final List<TaskMessage> sent = new ArrayList<>();
    private final List<RetryChanges> changed = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();
    private Runnable atSend = () -> {};
    private final CountingIds ids = new CountingIds();
    private final History history = history(Kept.ALL);
    private final Bulks bulks = node("a", history);

    private History history(Kept kept) {
        return new History(
                new HistoryConfig(kept, 250, Duration.ofDays(7), Duration.ofDays(30), 5_000_000),
                new NodeIdentity("a", "run-1", clock.now()),
                new Sources(clock, new CountingIds(), SampleMessages.TOKENS, () -> 0.5),
                Redaction.standard(),
                new JsonTaskSerializer(),
                stored.stores(),
                new EachAlone(),
                task -> !task.equals("secret.task"),
                new Resending() {
                    @Override
                    public String send(Route route, TaskMessage message) {
                        atSend.run();
                        sent.add(message);
                        return "new-" + sent.size();
                    }

                    @Override
                    public String send(Optional<Route> route, TaskMessage message, RetryChanges changes) {
                        changed.add(changes);
                        return send(route.orElseThrow(), message);
                    }
                });
    }

    private Bulks node(String name, History seen) {
        TaskControl control = (TaskControl) Proxy.newProxyInstance(
                TaskControl.class.getClassLoader(), new Class<?>[] {TaskControl.class}, (proxy, method, arguments) -> {
                    Map<String, RevokeOutcome> outcomes = new TreeMap<>();
                    for (String id : ((Revocable.Ids) arguments[0]).ids()) {
                        revoked.add(id);
                        outcomes.put(id, id.equals("t-1") ? RevokeOutcome.ALREADY_DONE : RevokeOutcome.FLAGGED);
                    }
                    return new RevokeReport(RevokeOutcome.FLAGGED, outcomes);
                });
        return new Bulks(store, stored, seen.api(), control, letters, ids, clock, name);
    }

    private void fail(String id, String task) {
        TaskMessage message = new MessageDraft(id, task).body("{}").message();
        history.listener()
                .onEvent(new TaskEvent.Failed(
                        new Delivery(message, new Route("mail", 7), clock.now(), 1, false),
                        Duration.ofMillis(3),
                        new IllegalStateException("no answer")));
        history.flush();
        clock.advance(Duration.ofMillis(1));
    }

    private void fail(int count) {
        IntStream.range(0, count).forEach(i -> fail("t-" + i, "mail.send"));
    }

    private static BulkRequest request(BulkAction action, String query, int rate, String... ids) {
        return new BulkRequest(
                action,
                Optional.ofNullable(query),
                List.of(ids),
                rate,
                Optional.of("SMTP is back"),
                "anna",
                Optional.of("abc-123"));
    }

    private void turns(Bulks node, int count) {
        for (int i = 0; i < count; i++) {
            node.carryOn();
            clock.advance(TURN);
        }
    }

    private BulkOperation found(String id) {
        return bulks.find(id).orElseThrow();
    }

    @Test
    void a_preview_counts_what_is_possible_and_changes_nothing() {
        fail(3);
        fail("secret", "secret.task");
        history.api().retry("t-0", "anna");
        sent.clear();

        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*,secret.*", 50));

        assertThat(preview.state()).isEqualTo(BulkState.PREVIEW);
        assertThat(preview.total()).isEqualTo(4);
        assertThat(preview.possible()).isEqualTo(2);
        assertThat(preview.notPossible()).isEqualTo(Map.of("already-retried", 1L, "body-not-kept", 1L));
        assertThat(preview.sample()).containsExactlyInAnyOrder("t-1", "t-2");
        turns(bulks, 3);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_started_operation_sends_each_task_once_and_no_later_one() {
        fail(120);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 1_000));
        fail("later", "mail.send");

        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STARTED);
        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STALE);
        turns(bulks, 3);

        assertThat(sent).hasSize(120);
        assertThat(history.api().executions("later").get(0).retryable()).isTrue();
        BulkOperation done = found(preview.id());
        assertThat(done.state()).isEqualTo(BulkState.DONE);
        assertThat(done.done()).isEqualTo(120);
        assertThat(done.endedAt()).isPresent();
        AuditEntry entry = history.api().audit(OptionalLong.empty(), 1).get(0);
        assertThat(entry.action().action()).isEqualTo("bulk-retry");
        assertThat(entry.action().user()).isEqualTo("anna");
        assertThat(entry.action().reason()).contains("SMTP is back");
        assertThat(entry.action().outcome()).isEqualTo("done: 120 of 120");
    }

    @Test
    void the_rate_is_kept_and_a_stop_leaves_the_rest() {
        fail(30);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        bulks.start(preview.id());

        turns(bulks, 3);
        assertThat(sent).hasSize(15);
        assertThat(found(preview.id()).done()).isEqualTo(15);
        assertThat(bulks.running()).hasSize(1);

        BulkOperation stopped = bulks.stop(preview.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
        assertThat(stopped.done()).isEqualTo(15);
        assertThat(stopped.left()).isEqualTo(15);
        turns(bulks, 3);
        assertThat(sent).hasSize(15);
    }

    @Test
    void ended_tasks_are_deleted_from_the_history_by_query_and_by_id() {
        fail(60);
        BulkOperation preview = bulks.preview(request(BulkAction.FORGET, "task:mail.*", 1_000));
        assertThat(preview.possible()).isEqualTo(60);
        fail("later", "mail.send");
        bulks.start(preview.id());
        turns(bulks, 2);

        assertThat(found(preview.id()).done()).isEqualTo(60);
        assertThat(stored.all()).extracting(row -> row.ended().taskId()).containsExactly("later");

        BulkOperation chosen = bulks.preview(request(BulkAction.FORGET, null, 50, "later", "none"));
        assertThat(chosen.notPossible()).isEqualTo(Map.of("not-found", 1L));
        bulks.start(chosen.id());
        turns(bulks, 2);
        assertThat(stored.all()).isEmpty();
        assertThat(found(chosen.id()).left()).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_a_node_does_during_the_stop_is_counted_and_told() {
        fail(30);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(preview.id());
        turns(bulks, 1);
        atSend = () -> bulks.stop(preview.id());

        turns(bulks, 3);

        BulkOperation stopped = found(preview.id());
        assertThat(sent).hasSize(20);
        assertThat(stopped.state()).isEqualTo(BulkState.STOPPED);
        assertThat(stopped.done()).isEqualTo(20);
        assertThat(stopped.left()).isEqualTo(10);
        assertThat(history.api().audit(OptionalLong.empty(), 1).get(0).action().outcome())
                .isEqualTo("stopped: 20 of 30, 10 left");
    }

    @Test
    void the_options_of_the_request_are_applied_to_each_task() {
        fail(2);
        TaskOptions options = TaskOptions.empty().with(TaskOption.PRIORITY, 2);
        BulkOperation preview = bulks.preview(new BulkRequest(
                BulkAction.RETRY, Optional.of(""), List.of(), 50, Optional.empty(), "anna", Optional.empty(), options));
        bulks.start(preview.id());

        turns(bulks, 2);

        assertThat(changed).hasSize(2).allMatch(changes -> changes.equals(RetryChanges.of(options)));
    }

    @Test
    void another_node_continues_where_a_dead_one_stopped() {
        fail(30);
        Bulks other = node("b", history);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(preview.id());
        turns(bulks, 1);
        assertThat(sent).hasSize(10);

        turns(other, 8);
        assertThat(sent).as("the first node may still live").hasSize(10);
        turns(other, 10);

        assertThat(sent).hasSize(30);
        assertThat(found(preview.id()).done()).isEqualTo(30);
        assertThat(found(preview.id()).node()).contains("b");
    }

    @Test
    void it_waits_while_the_database_is_away() {
        fail(10);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        bulks.start(preview.id());
        turns(bulks, 1);
        stored.away(true);
        turns(bulks, 3);
        assertThat(sent).hasSize(5);

        stored.away(false);
        turns(bulks, 3);

        assertThat(sent).hasSize(10);
        assertThat(found(preview.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void ids_are_sent_again_too_and_those_that_cannot_be_are_counted() {
        fail(2);

        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, null, 50, "t-0", "nothing"));
        assertThat(preview.possible()).isEqualTo(1);
        assertThat(preview.notPossible()).isEqualTo(Map.of("not-found", 1L));
        bulks.start(preview.id());
        turns(bulks, 2);

        assertThat(sent).hasSize(1);
        assertThat(found(preview.id()).refused()).isEqualTo(Map.of("not-found", 1L));
    }

    /** Other senders may use any id, and a query finds their messages too. */
    @Test
    void ids_that_no_database_stores_are_left_out() {
        BulkOperation preview =
                bulks.preview(request(BulkAction.REVOKE, null, 50, "t-2", "nul\0", "half \ud800", "i".repeat(256)));

        assertThat(preview.total()).isEqualTo(1);
        bulks.start(preview.id());
        turns(bulks, 2);
        assertThat(revoked).containsExactly("t-2");
    }

    @Test
    void one_that_can_never_succeed_is_stopped_and_the_others_go_on() {
        letters.add("l-0", "unknown-task", clock.now());
        letters.broken = true;
        BulkOperation bad = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0"));
        BulkOperation good = bulks.preview(request(BulkAction.REVOKE, null, 10, "t-2"));
        bulks.start(bad.id());
        bulks.start(good.id());
        turns(bulks, 3);

        assertThat(found(bad.id()).state()).isEqualTo(BulkState.STOPPED);
        assertThat(found(good.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void tasks_are_revoked_by_their_ids() {
        BulkOperation preview = bulks.preview(request(BulkAction.REVOKE, null, 2, "t-1", "t-2", "t-3"));
        bulks.start(preview.id());
        turns(bulks, 1);
        assertThat(revoked).hasSize(2);
        turns(bulks, 2);

        assertThat(revoked).containsExactlyInAnyOrder("t-1", "t-2", "t-3");
        assertThat(found(preview.id()).refused()).isEqualTo(Map.of("already-ended", 1L));
        assertThat(found(preview.id()).done()).isEqualTo(2);
    }

    @Test
    void dead_letters_go_back_once_even_if_they_return() {
        IntStream.range(0, 25).forEach(i -> letters.add("l-" + i, "unknown-task", clock.now()));
        letters.add("other", "arguments", clock.now());
        letters.returning = true;

        BulkOperation preview = bulks.preview(request(BulkAction.REQUEUE, "reason:unknown-task", 10));
        assertThat(preview.total()).isEqualTo(25);
        bulks.start(preview.id());
        turns(bulks, 6);

        assertThat(letters.requeued).hasSize(25).doesNotHaveDuplicates().doesNotContain("other");
        assertThat(found(preview.id()).state()).isEqualTo(BulkState.DONE);
    }

    @Test
    void dead_letters_are_deleted_and_those_that_are_gone_are_counted() {
        letters.add("l-0", "unknown-task", clock.now());
        letters.add("l-1", "unknown-task", clock.now());

        BulkOperation preview = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0", "l-9"));
        assertThat(preview.notPossible()).isEqualTo(Map.of("gone", 1L));
        bulks.start(preview.id());
        turns(bulks, 3);

        assertThat(letters.all.keySet()).containsExactly("l-1");
        assertThat(found(preview.id()).done()).isEqualTo(1);
    }

    @Test
    void one_that_fails_is_stopped_and_those_behind_it_go_on() {
        letters.add("l-0", "unknown-task", clock.now());
        fail(2);
        BulkOperation broken = bulks.preview(request(BulkAction.DELETE, null, 10, "l-0"));
        bulks.start(broken.id());
        clock.advance(Duration.ofMillis(1));
        BulkOperation sound = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 10));
        bulks.start(sound.id());
        letters.broken = true;

        turns(bulks, 3);

        assertThat(found(broken.id()).state()).isEqualTo(BulkState.STOPPED);
        assertThat(found(sound.id()).state()).isEqualTo(BulkState.DONE);
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_preview_goes_stale_and_is_deleted() {
        fail(1);
        BulkOperation preview = bulks.preview(request(BulkAction.RETRY, "task:mail.*", 5));
        clock.advance(Duration.ofMinutes(11));

        assertThat(bulks.start(preview.id())).isEqualTo(BulkStart.STALE);
        assertThat(bulks.start("nothing")).isEqualTo(BulkStart.NOT_FOUND);
        clock.advance(Duration.ofMinutes(11));
        bulks.removeOld();
        assertThat(bulks.find(preview.id())).isEmpty();
    }

    @Test
    void tasks_that_have_not_ended_are_not_sent_again() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> bulks.preview(request(BulkAction.RETRY, "state:running", 5)));
    }

    @Test
    void without_a_history_there_are_none() {
        Bulks without = node("a", history(Kept.OFF));

        assertThatExceptionOfType(OperationalException.class)
                .isThrownBy(() -> without.preview(request(BulkAction.RETRY, "", 5)));
    }

    /** Dead letters in memory; requeued ones may come back as new letters. */
    private final class Letters implements DeadLetterQueue {

        private final Map<String, DeadLetter> all = new LinkedHashMap<>();
        private final List<String> requeued = new ArrayList<>();
        private boolean returning;
        private boolean broken;

        private void add(String id, String reason, Instant at) {
            all.put(
                    id,
                    new DeadLetter(
                            id, "t-" + id, "mail.send", reason, "", "mail", at.toString(), "a", 0, Optional.empty()));
        }

        @Override
        public Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most) {
            List<DeadLetter> found = all.values().stream().filter(wanted).toList();
            return new Page(found.stream().limit(most).toList(), found.size(), all.size(), true, found.size() > most);
        }

        @Override
        public Optional<DeadLetter> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<String> requeue(String id) {
            DeadLetter letter = all.remove(id);
            if (letter == null) {
                return Optional.empty();
            }
            requeued.add(id);
            if (returning) {
                add("again-" + id, letter.reason(), clock.now().plusSeconds(1));
            }
            return Optional.of("mail");
        }

        @Override
        public boolean delete(String id) {
            if (broken) {
                throw new IllegalStateException("as wished");
            }
            return all.remove(id) != null;
        }
    }
}
