package no.abakus.tasks.port;

import java.util.function.Supplier;

/**
 * Makes several changes take effect together or not at all: rows, messages and news. In a container these are JTA
 * transactions. An exception from the work rolls back and is rethrown. Thread-safe.
 */
public interface Transactions {

    /** Whether this thread is in a transaction. */
    boolean isActive();

    /** Whether this thread is in a transaction that can only be rolled back. */
    default boolean isDoomed() {
        return false;
    }

    /** Does the work in the caller's transaction or, if there is none, in a new one. JTA: {@code REQUIRED}. */
    <T> T joined(Supplier<T> work);

    /**
     * Does the work in a new transaction, committed when this returns. JTA: {@code REQUIRES_NEW}.
     *
     * @throws no.abakus.tasks.OperationalException if it could not be committed
     */
    <T> T own(Supplier<T> work);

    /** Does the work outside of any transaction; the caller's is suspended meanwhile. JTA: {@code NOT_SUPPORTED}. */
    <T> T outside(Supplier<T> work);
}
