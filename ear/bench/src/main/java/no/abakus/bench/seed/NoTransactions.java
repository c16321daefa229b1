package no.abakus.bench.seed;

import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;

/**
 * Takes the place of the container's transactions in a program without a container. No transaction is ever active, so
 * the store commits each batch itself.
 */
final class NoTransactions implements Transactions {

    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T own(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T outside(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable work) {
        work.run();
    }
}
