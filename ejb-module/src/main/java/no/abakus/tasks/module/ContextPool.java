package no.abakus.tasks.module;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A module's context for many threads. On Payara, a captured context keeps the transaction of its thread, so each
 * thread needs a captured context of its own. Only a thread of the module can capture a context: the thread that starts
 * the module, or a thread that runs in a captured context. Thread-safe.
 */
final class ContextPool implements Executor {

    private final Supplier<Executor> capture;
    private final Executor first;
    private final Deque<Executor> idle = new ConcurrentLinkedDeque<>();

    /** Creates the pool. Call this constructor on a thread of the module. */
    ContextPool(Supplier<Executor> capture) {
        this.capture = capture;
        this.first = capture.get();
    }

    @Override
    public void execute(Runnable work) {
        Executor context = idle.pollFirst();
        if (context == null) {
            context = another();
        }
        try {
            context.execute(work);
        } finally {
            idle.addFirst(context);
        }
    }

    private synchronized Executor another() {
        Executor[] captured = new Executor[1];
        first.execute(() -> captured[0] = capture.get());
        return captured[0];
    }
}
