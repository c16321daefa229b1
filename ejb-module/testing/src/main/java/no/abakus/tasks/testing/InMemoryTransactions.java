package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.port.Transactions;

/**
 * Transactions over the in-memory broker and the in-memory stores of results, orders and claims. If the work throws an
 * exception, the broker and all stores are rolled back. Not thread-safe.
 */
public final class InMemoryTransactions implements Transactions {

    private final List<Undoable> parts;
    /** The work to do after the commit of the innermost transaction; null outside transactions. */
    private List<Runnable> afterCommit;

    InMemoryTransactions(Undoable... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public boolean isActive() {
        return afterCommit != null;
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return isActive() ? work.get() : own(work);
    }

    @Override
    public <T> T own(Supplier<T> work) {
        List<Runnable> undo = parts.stream().map(Undoable::undo).toList();
        List<Runnable> committed = new ArrayList<>();
        List<Runnable> suspended = afterCommit;
        afterCommit = committed;
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error e) {
            undo.forEach(Runnable::run);
            throw e;
        } finally {
            afterCommit = suspended;
        }
        committed.forEach(Runnable::run);
        return done;
    }

    @Override
    public <T> T outside(Supplier<T> work) {
        List<Runnable> suspended = afterCommit;
        afterCommit = null;
        try {
            return work.get();
        } finally {
            afterCommit = suspended;
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        if (afterCommit == null) {
            work.run();
        } else {
            afterCommit.add(work);
        }
    }
}
