package no.abakus.tasks.testing;

import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.config.Ids;

/** Predictable ids: {@code task-1}, {@code task-2} … Thread-safe. */
public final class CountingIds implements Ids {

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public String next() {
        return "task-" + given.incrementAndGet();
    }
}
