package no.abakus.bench.seed;

import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;

/** The transactions of a program without a container: there are none, so the store commits each batch itself. */
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
