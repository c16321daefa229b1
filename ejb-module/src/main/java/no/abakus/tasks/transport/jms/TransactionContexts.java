package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * One context for all sends of a JTA transaction, closed when it completes: opening and closing one costs more than the
 * send itself. Outside of a transaction each send has its own.
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
            kept = new Kept(SendingContext.of(connections.createContext(), open -> {}));
            transactions.registerInterposedSynchronization(kept);
            transactions.putResource(this, kept);
        }
        // A send while the transaction is already completing comes after the context was closed.
        return kept.isClosed ? otherwise.borrow() : kept.context;
    }

    /** The context of a transaction, until that completes. */
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

        /** A rollback does not call {@link #beforeCompletion}. */
        @Override
        public void afterCompletion(int status) {
            close();
        }

        private void close() {
            if (isClosed) {
                return;
            }
            isClosed = true;
            JMSContext jms = context.jms();
            try {
                jms.close();
            } catch (JMSRuntimeException e) {
                // The transaction's outcome does not depend on it, because the broker already has what was sent.
                return;
            }
        }
    }
}
