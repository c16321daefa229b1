package no.abakus.tasks.module;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The module of some tasks. Thread-safe. */
public final class TaskModule {

    /**
     * The module of the listeners, or one that is not a web module: its tasks need nothing that their listener lacks.
     */
    static final TaskModule OWN = new TaskModule("", null, 0);

    private final String name;
    private final ClassLoader loader;
    private final CountDownLatch starting;
    private volatile Executor context;

    private TaskModule(String name, ClassLoader loader, int starts) {
        this.name = name;
        this.loader = loader;
        this.starting = new CountDownLatch(starts);
    }

    /** A web module that has not started yet. */
    static TaskModule web(String name, ClassLoader loader) {
        return new TaskModule(name, loader, 1);
    }

    /** Runs the body of a task as the module's own code, in the log context and the transaction of the caller. */
    public Object call(Body body) throws Throwable {
        Executor own = context;
        if (own == null || isOf(Thread.currentThread())) {
            return body.run();
        }
        Attempt attempt = new Attempt(body);
        own.execute(attempt);
        return attempt.outcome();
    }

    /**
     * Whether the thread is already in the module, because its listener is in the module with its tasks. A server gives
     * a thread the class loader of a module together with the rest of its context.
     */
    private boolean isOf(Thread thread) {
        return thread.getContextClassLoader() == loader;
    }

    /** To be called by a thread of the module. */
    void started(Supplier<Executor> capture) {
        if (starting.getCount() > 0) {
            context = new ContextPool(capture);
            starting.countDown();
        }
    }

    /** Waits until the module has started; returns false if that takes longer. */
    boolean awaitStart(long nanos) throws InterruptedException {
        return starting.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return name;
    }
}
