package no.abakus.tasks.deployment;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/** Work that waits for the commit of one transaction. Only threads of that transaction use it, one at a time. */
final class AfterCommit implements Synchronization {

    private final List<Runnable> work = new ArrayList<>();

    void add(Runnable more) {
        work.add(more);
    }

    @Override
    public void beforeCompletion() {
        // The transaction may still roll back.
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            work.forEach(Runnable::run);
        }
    }
}
