package no.abakus.tasks.delay;

import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.DelayedMessages.Received;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;

/**
 * Parks the messages that senders have left at the broker. Receiving and storing share one transaction, so a message is
 * always in exactly one place, whoever dies when. Thread-safe.
 */
public final class Arrivals extends SteppedWork {

    /** OpenMQ hands out no more than a hundred messages in a transaction. */
    private static final int MOST = 100;

    private final DelayedMessages messages;
    private final ParkedStore store;
    private final Transactions transactions;
    private int batch = MOST;

    public Arrivals(DelayedMessages messages, ParkedStore store, Transactions transactions) {
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
        // Check the database first: receiving a message in vain would use up one of its deliveries.
        transactions.outside(store::firstDue);
        try {
            Received received = transactions.own(this::park);
            batch = Math.min(MOST, 2 * batch);
            return !received.isEmpty();
        } catch (RuntimeException e) {
            // One at a time from now on: if a single message cannot be stored, it must not hold up the others.
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
