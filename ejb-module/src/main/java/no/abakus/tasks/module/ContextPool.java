package no.abakus.tasks.module;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A module's context for many threads. One that was captured keeps the transaction of its thread on Payara, so that each thread needs
 * one of its own; and it can only be captured by a thread of the module's, which is there when the module starts, and again inside of
 * each context. Thread-safe.
 */
final class ContextPool implements Executor {

    private final Supplier<Executor> capture;
    private final Executor first;
    private final Deque<Executor> idle = new ConcurrentLinkedDeque<>();

    /** To be made by a thread of the module's. */
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
