package no.abakus.tasks.deployment;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Transactions;

/** The container's transactions. Thread-safe. */
final class JtaTransactions implements Transactions {

    /** The longest chain of causes that is searched. Containers wrap an exception fewer times. */
    private static final int MOST_CAUSES = 8;

    private final TransactionBoundaries boundaries;
    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(TransactionBoundaries boundaries, TransactionSynchronizationRegistry registry) {
        this.boundaries = boundaries;
        this.registry = registry;
    }

    @Override
    public boolean isActive() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public boolean isDoomed() {
        int status = registry.getTransactionStatus();
        // If the transaction has timed out, a container thread has already rolled it back.
        return status != Status.STATUS_ACTIVE && status != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return bounded(work, boundaries::joined);
    }

    @Override
    public <T> T own(Supplier<T> work) {
        return bounded(work, boundaries::own);
    }

    @Override
    public <T> T outside(Supplier<T> work) {
        return bounded(work, boundaries::outside);
    }

    @Override
    public void afterCommit(Runnable work) {
        switch (registry.getTransactionStatus()) {
            case Status.STATUS_ACTIVE -> pending().add(work);
            // In these cases there is no commit to wait for.
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTING, Status.STATUS_COMMITTED -> work.run();
            default -> {
                // The transaction can only be rolled back.
            }
        }
    }

    /** The work that waits for the commit of this transaction. One synchronization serves all of it. */
    private AfterCommit pending() {
        AfterCommit pending = (AfterCommit) registry.getResource(this);
        if (pending == null) {
            pending = new AfterCommit();
            registry.registerInterposedSynchronization(pending);
            registry.putResource(this, pending);
        }
        return pending;
    }

    /**
     * Runs the work within the boundary, and passes the work's exceptions to the caller unchanged. If the container
     * throws after the work, the work may still have been committed.
     */
    private static <T> T bounded(Supplier<T> work, Boundary<T> boundary) {
        Attempt<T> attempt = new Attempt<>(work);
        try {
            return boundary.around(attempt);
        } catch (Exception e) {
            if (attempt.thrown instanceof Error error) {
                throw error;
            }
            if (attempt.thrown != null) {
                throw (RuntimeException) attempt.thrown;
            }
            throw new OperationalException(failure(attempt.begun, e), e);
        }
    }

    private static String failure(boolean begun, Exception e) {
        if (!begun) {
            return "The transaction could not be begun: " + e.getMessage() + "; none of its work was done";
        }
        String what = "The transaction could not be committed: " + e.getMessage();
        return isRollback(e)
                ? what + "; the transaction manager reports that it was rolled back"
                : what + "; whether its work was kept is not known";
    }

    private static boolean isRollback(Exception e) {
        Throwable cause = e;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Boundary<T> {
        T around(Supplier<T> work) throws Exception;
    }

    private static final class Attempt<T> implements Supplier<T> {
        private final Supplier<T> work;
        private boolean begun;
        private Throwable thrown;

        Attempt(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public T get() {
            begun = true;
            try {
                return work.get();
            } catch (RuntimeException | Error e) {
                thrown = e;
                throw e;
            }
        }
    }
}
