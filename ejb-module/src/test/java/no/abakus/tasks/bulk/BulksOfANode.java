package no.abakus.tasks.bulk;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.history.History;
import no.abakus.tasks.history.Resending;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
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

/** Bulk operations of a node over a history and dead letters in memory, and what they do. */
abstract class BulksOfANode {

    private static final Duration TURN = Duration.ofSeconds(1);

    final SettableClock clock = new SettableClock();
    final InMemoryHistory stored = new InMemoryHistory();
    private final InMemoryBulks store = new InMemoryBulks();
    final DeadLettersInMemory letters = new DeadLettersInMemory(clock);
    final List<TaskMessage> sent = new ArrayList<>();
    final List<RetryChanges> changed = new ArrayList<>();
    final List<String> revoked = new ArrayList<>();
    Runnable atSend = () -> {};
    private final CountingIds ids = new CountingIds();
    final History history = history(Kept.ALL);
    final Bulks bulks = node("a", history);

    History history(Kept kept) {
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

    Bulks node(String name, History seen) {
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

    void fail(String id, String task) {
        TaskMessage message = new MessageDraft(id, task).body("{}").message();
        history.listener()
                .onEvent(new TaskEvent.Failed(
                        new Delivery(message, new Route("mail", 7), clock.now(), 1, false),
                        Duration.ofMillis(3),
                        new IllegalStateException("no answer")));
        history.flush();
        clock.advance(Duration.ofMillis(1));
    }

    void fail(int count) {
        IntStream.range(0, count).forEach(i -> fail("t-" + i, "mail.send"));
    }

    static BulkRequest request(BulkAction action, String query, int rate, String... ids) {
        return new BulkRequest(
                action,
                Optional.ofNullable(query),
                List.of(ids),
                rate,
                Optional.of("SMTP is back"),
                "anna",
                Optional.of("abc-123"));
    }

    void turns(Bulks node, int count) {
        for (int i = 0; i < count; i++) {
            node.carryOn();
            clock.advance(TURN);
        }
    }

    BulkOperation found(String id) {
        return bulks.find(id).orElseThrow();
    }
}
