package no.abakus.tasks.publish;

import no.abakus.logging.LogContext;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Publishes an event for each task that was sent. If the task was sent in a transaction, waits for the commit, because
 * a transaction that is rolled back sends nothing. Thread-safe.
 */
final class SentEvents {

    private final TaskEvents events;
    private final Transactions transactions;

    SentEvents(TaskEvents events, Transactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    void publish(TaskMessage message, Route route) {
        if (!transactions.isActive()) {
            events.publish(() -> new TaskEvent.Sent(message, route));
            return;
        }
        TaskMessage kept = message.withoutBody();
        // Keeps the sender's log context for the event, because a container may commit after the sender's scopes are
        // closed.
        transactions.afterCommit(
                LogContext.current().wrap(() -> events.publish(() -> new TaskEvent.Sent(kept, route))));
    }
}
