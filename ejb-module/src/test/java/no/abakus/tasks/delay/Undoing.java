package no.abakus.tasks.delay;

import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Transactions;

/**
 * Transactions over things in memory, which are restored if the work throws or the process "dies" before the commit.
 */
final class Undoing implements Transactions {

    private final List<Supplier<Runnable>> parts;
    int begun;
    boolean isToDie;

    Undoing(List<Supplier<Runnable>> parts) {
        this.parts = parts;
    }

    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public <T> T joined(Supplier<T> work) {
        return own(work);
    }

    @Override
    public <T> T own(Supplier<T> work) {
        begun++;
        List<Runnable> undo = parts.stream().map(Supplier::get).toList();
        try {
            T done = work.get();
            if (isToDie) {
                throw new OperationalException("killed before the commit");
            }
            return done;
        } catch (RuntimeException e) {
            undo.forEach(Runnable::run);
            throw e;
        }
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
