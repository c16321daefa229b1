package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Shares one context among all sends of a JTA transaction, and closes it when the transaction completes. Opening and
 * closing a context costs more than the send itself. Outside of a transaction each send has its own context.
 */
final class TransactionContexts implements SendingContexts {

    private final SendingContexts otherwise;
    private final ConnectionFactory connections;
    private final TransactionSynchronizationRegistry transactions;

    TransactionContexts(ConnectionFactory connections, TransactionSynchronizationRegistry transactions) {
        this.otherwise = SendingContexts.perSend(connections);
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    public SendingContext borrow() {
        if (transactions.getTransactionKey() == null || transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return otherwise.borrow();
        }
        Kept kept = (Kept) transactions.getResource(this);
        if (kept == null) {
            kept = opened();
        }
        // While the transaction is completing, the shared context is already closed.
        return kept.isClosed ? otherwise.borrow() : kept.context;
    }

    private Kept opened() {
        Kept kept = new Kept(SendingContext.of(connections.createContext(), open -> {}));
        try {
            transactions.registerInterposedSynchronization(kept);
            transactions.putResource(this, kept);
            return kept;
        } catch (RuntimeException e) {
            // The transaction has ended in the meantime, for example by its timeout, so it will not close the context.
            kept.close();
            throw e;
        }
    }

    /** The context of a transaction. It is closed when the transaction completes. */
    private static final class Kept implements Synchronization {

        private final SendingContext context;
        private volatile boolean isClosed;

        private Kept(SendingContext context) {
            this.context = context;
        }

        @Override
        public void beforeCompletion() {
            close();
        }

        /** Closes the context after a rollback, which does not call {@link #beforeCompletion}. */
        @Override
        public void afterCompletion(int status) {
            close();
        }

        private void close() {
            if (isClosed) {
                return;
            }
            isClosed = true;
            // A failure to close does not affect the transaction, because the broker already has the messages.
            SendingContext.discard(context.jms());
        }
    }
}
