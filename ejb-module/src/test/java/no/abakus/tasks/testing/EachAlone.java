package no.abakus.tasks.testing;

import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;

/** No transactions: each statement commits by itself. */
public final class EachAlone implements Transactions {

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
