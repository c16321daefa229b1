package no.abakus.tasks.crash.jdbc;

import java.util.function.Supplier;
import no.abakus.tasks.spi.Transactions;

/** Every statement commits by itself. */
final class EachAlone implements Transactions {

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
}
