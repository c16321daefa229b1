package no.abakus.tasks.module;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server's context for a module, which notices if it is captured elsewhere, or used by two threads at the same time.
 */
@SuppressWarnings("ThreadLocalUsage") // one module per test
final class FakeModule {

    final AtomicInteger captured = new AtomicInteger();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /** Runs on a thread of the module. */
    void enter(Runnable work) {
        inside.set(true);
        try {
            work.run();
        } finally {
            inside.set(false);
        }
    }

    boolean isCurrent() {
        return inside.get();
    }

    Executor capture() {
        if (!isCurrent()) {
            throw new IllegalStateException("Captured on a thread that is not the module's");
        }
        captured.incrementAndGet();
        AtomicInteger users = new AtomicInteger();
        return work -> {
            if (users.incrementAndGet() > 1) {
                throw new IllegalStateException("Two threads are in one context");
            }
            boolean before = isCurrent();
            inside.set(true);
            try {
                work.run();
            } finally {
                inside.set(before);
                users.decrementAndGet();
            }
        };
    }
}
