package no.abakus.tasks.deployment;

import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.transport.jms.KeptConnection;

/** The broker's own transactions, for programs without a container. They cover only sends. Thread-safe. */
record SessionTransactions(KeptConnection connection) implements Transactions {

    @Override
    public boolean isActive() {
        return connection.isTogether();
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return isActive() ? work.get() : own(work);
    }

    @Override
    public <T> T own(Supplier<T> work) {
        return connection.together(work);
    }

    @Override
    public <T> T outside(Supplier<T> work) {
        return connection.apart(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        connection.afterCommit(work);
    }
}
