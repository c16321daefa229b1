package no.abakus.tasks.transport.jms;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The registry of a container with one transaction at a time, which a test starts and ends. It refuses synchronizations
 * as JTA requires.
 */
public final class FakeTransactions implements TransactionSynchronizationRegistry {

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;

    void begin() {
        in(Status.STATUS_ACTIVE);
    }

    /** Puts the transaction into this state of {@link Status}. */
    public void in(int state) {
        status = state;
    }

    void commit() {
        List.copyOf(synchronizations).forEach(Synchronization::beforeCompletion);
        end(Status.STATUS_COMMITTED);
    }

    /** Does not call beforeCompletion, like every transaction manager. */
    void rollback() {
        end(Status.STATUS_ROLLEDBACK);
    }

    /** Ends the transaction with this state of {@link Status}. */
    public void end(int outcome) {
        status = outcome;
        List.copyOf(synchronizations).forEach(one -> one.afterCompletion(outcome));
        synchronizations.clear();
        resources.clear();
        status = Status.STATUS_NO_TRANSACTION;
    }

    /** Returns how many synchronizations wait for the end of the transaction. */
    public int registered() {
        return synchronizations.size();
    }

    @Override
    public Object getTransactionKey() {
        return status == Status.STATUS_NO_TRANSACTION ? null : this;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        if (status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("status " + status);
        }
        synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return status == Status.STATUS_MARKED_ROLLBACK;
    }
}
