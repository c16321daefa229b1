package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.CountingIds;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.InMemoryHistory;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;

/** A history in memory, tasks that end in it, and what it sends again. */
abstract class HistoryOfANode {

    static final Duration TOOK = Duration.ofMillis(30);

    final SettableClock clock = new SettableClock();
    final InMemoryHistory store = new InMemoryHistory();
    final ArrayList<TaskMessage> sent = new ArrayList<>();
    History history = history(Kept.ALL);

    History history(Kept kept) {
        return history(kept, store.stores());
    }

    History history(Kept kept, HistoryStores stores) {
        return new History(
                new HistoryConfig(kept, 250, Duration.ofDays(7), Duration.ofDays(30), 5_000_000),
                new NodeIdentity("node-a", "run-1", clock.now()),
                new Sources(clock, new CountingIds(), SampleMessages.TOKENS, () -> 0.5),
                Redaction.standard(),
                new JsonTaskSerializer(),
                stores,
                new EachAlone(),
                task -> !task.equals("secret.task"),
                (route, message) -> {
                    sent.add(message);
                    return "new-" + sent.size();
                });
    }

    static MessageDraft draft(String id, String task) {
        return new MessageDraft(id, task)
                .body("{\"args\":[\"a@b.no\"]}")
                .summary("\"a@b.no\"")
                .context(Map.of("request_id", "abc-123", "current_user", "anna", "tenant", 7, "load", 0.5));
    }

    Delivery delivery(TaskMessage message) {
        Instant due = clock.now().minusMillis(130);
        return new Delivery(message, new Route("mail", 7), due, 1, false);
    }

    void succeed(String id, String task) {
        history.listener()
                .onEvent(new TaskEvent.Succeeded(delivery(draft(id, task).message()), TOOK, Duration.ofMillis(100)));
    }

    void fail(TaskMessage message) {
        history.listener()
                .onEvent(new TaskEvent.Failed(
                        delivery(message), TOOK, new IllegalStateException("no answer, password=hunter2")));
    }

    void fail(String id) {
        fail(draft(id, "mail.send").message());
    }

    HistoryPage page(String query) {
        return history.api().page(HistoryQuery.parse(query, clock.now()), OptionalLong.empty(), 50);
    }

    MinuteCounts counts() {
        return store.stores()
                .minutes()
                .minutes(Instant.EPOCH, clock.now().plusSeconds(60), Optional.of("mail.send"))
                .get(0);
    }
}
