package no.abakus.tasks.delay;

import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.DelayedMessages.Received;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;

/**
 * Moves messages from the parking queue to the database. Receiving and storing share one transaction, so a crash never
 * loses or duplicates a message. Thread-safe.
 */
final class Arrivals extends SteppedWork {

    /** The maximum number of messages in a transaction. OpenMQ does not deliver more in one transaction. */
    private static final int MOST = 100;

    private final DelayedMessages messages;
    private final ParkedStore store;
    private final Transactions transactions;
    private int batch = MOST;

    Arrivals(DelayedMessages messages, ParkedStore store, Transactions transactions) {
        super("delayed_tasks_not_parked");
        this.messages = messages;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    boolean step() {
        if (!transactions.outside(messages::areThere)) {
            return false;
        }
        // Check the database first. Otherwise, while the database is down, each received message would use up one of
        // its deliveries.
        transactions.outside(store::firstDue);
        try {
            Received received = transactions.own(this::park);
            batch = Math.min(MOST, 2 * batch);
            return !received.isEmpty();
        } catch (RuntimeException e) {
            // Continue with a batch of one, so that a message that cannot be stored does not hold up the others.
            batch = 1;
            throw e;
        }
    }

    private Received park() {
        Received received = messages.receive(batch);
        if (!received.messages().isEmpty()) {
            store.add(received.messages());
        }
        return received;
    }
}
