package no.abakus.tasks.port;

import java.util.function.Supplier;

/**
 * Groups database changes, sent messages and notifications so that they all take effect together, or none of them does.
 * In a container, these groups are JTA transactions. If the work throws, the exception is rethrown, and the transaction
 * of {@link #joined} or {@link #own} is rolled back. Thread-safe.
 */
public interface Transactions {

    /** Whether this thread is in a transaction. */
    boolean isActive();

    /**
     * Whether it is too late to add to this thread's transaction, because it can only be rolled back, or is being
     * committed, or has ended.
     */
    default boolean isDoomed() {
        return false;
    }

    /** Does the work in the caller's transaction, or in a new one if there is none. JTA: {@code REQUIRED}. */
    <T> T joined(Supplier<T> work);

    /**
     * Does the work in a new transaction, which is committed before this method returns. JTA: {@code REQUIRES_NEW}.
     *
     * @throws no.abakus.tasks.OperationalException if the transaction could not be begun or committed
     */
    <T> T own(Supplier<T> work);

    /**
     * Does the work outside of any transaction. Suspends the caller's transaction, if any, while it does the work. JTA:
     * {@code NOT_SUPPORTED}.
     */
    <T> T outside(Supplier<T> work);

    /**
     * Does the work after this thread's transaction is committed, or immediately if there is no transaction. After a
     * rollback the work is not done. JTA: {@code afterCompletion}.
     *
     * @param work must be cheap, must throw nothing and must not need a transaction; it may run outside of the
     *     caller's log context
     */
    void afterCommit(Runnable work);
}
