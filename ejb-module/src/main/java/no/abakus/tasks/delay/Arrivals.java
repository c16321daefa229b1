package no.abakus.tasks.delay;

import no.abakus.tasks.spi.DelayedMessages;
import no.abakus.tasks.spi.DelayedMessages.Received;
import no.abakus.tasks.spi.ParkedStore;
import no.abakus.tasks.spi.Transactions;

/**
 * Parks what senders have left at the broker. Receiving and keeping are one transaction, so that a message is in one place at any
 * time, whoever dies when. Thread-safe.
 */
public final class Arrivals extends Chore {

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
        // The database is asked first: a message that is received in vain has used up one of its deliveries.
        transactions.outside(store::firstDue);
        try {
            Received received = transactions.own(this::park);
            batch = Math.min(MOST, 2 * batch);
            return !received.isEmpty();
        } catch (RuntimeException e) {
            // One at a time from now on: if it is a single message that cannot be kept, the others do not share its
            // fate.
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
