package no.abakus.tasks.port;

import java.util.function.Supplier;

/**
 * Makes several changes of database rows, messages and notifications take effect together or not at all. In a container
 * these are JTA transactions. If the work throws, the transaction is rolled back and the exception rethrown.
 * Thread-safe.
 */
public interface Transactions {

    /** Whether this thread is in a transaction. */
    boolean isActive();

    /** Whether this thread is in a transaction that can only be rolled back. */
    default boolean isDoomed() {
        return false;
    }

    /** Does the work in the caller's transaction, or in a new one if there is none. JTA: {@code REQUIRED}. */
    <T> T joined(Supplier<T> work);

    /**
     * Does the work in a new transaction, which is committed before this method returns. JTA: {@code REQUIRES_NEW}.
     *
     * @throws no.abakus.tasks.OperationalException if the transaction could not be committed
     */
    <T> T own(Supplier<T> work);

    /**
     * Does the work outside of any transaction, and suspends the caller's transaction until it is done. JTA:
     * {@code NOT_SUPPORTED}.
     */
    <T> T outside(Supplier<T> work);

    /**
     * Does the work after this thread's transaction is committed, or immediately if there is no transaction. After a
     * rollback the work is not done. JTA: {@code afterCompletion}.
     *
     * @param work the work, which must be cheap, throw nothing and need no transaction; it may run outside of the
     *     caller's log context
     */
    void afterCommit(Runnable work);
}
