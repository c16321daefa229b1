package no.abakus.tasks.testing;

import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;

/** Transactions over things in memory: if the work throws, all of them are set back. To be used by one thread. */
public final class InMemoryTransactions implements Transactions {

    private final List<Undoable> parts;
    private int depth;

    InMemoryTransactions(Undoable... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public boolean isActive() {
        return depth > 0;
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return isActive() ? work.get() : own(work);
    }

    @Override
    public <T> T own(Supplier<T> work) {
        List<Runnable> undo = parts.stream().map(Undoable::undo).toList();
        depth++;
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            undo.forEach(Runnable::run);
            throw e;
        } finally {
            depth--;
        }
    }

    @Override
    public <T> T outside(Supplier<T> work) {
        int suspended = depth;
        depth = 0;
        try {
            return work.get();
        } finally {
            depth = suspended;
        }
    }
}
