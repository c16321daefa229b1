package no.abakus.tasks.server.payara;

import jakarta.transaction.SystemException;

/** The transaction of the component called last on this thread. */
interface ComponentsTransaction {

    /** Sets the component's transaction to that of the thread, until the returned object is closed. */
    Told tell() throws SystemException;

    /** Keeps the transaction set until closed. */
    @FunctionalInterface
    interface Told extends AutoCloseable {

        @Override
        void close();
    }
}
