package no.abakus.tasks.module;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A module that contains tasks. Thread-safe. */
public final class TaskModule {

    /**
     * The module of the listeners, or any other module that is not a web module. Its tasks find their resources on
     * their listener's thread.
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

    /** Creates a web module that has not started yet. */
    static TaskModule web(String name, ClassLoader loader) {
        return new TaskModule(name, loader, 1);
    }

    /** Runs this code as the module's own, in the log context and the transaction of the caller. */
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
     * Whether the thread is already in the module. That is the case if the listener is in the same module as the tasks.
     * A server sets a module's class loader on a thread together with the rest of its context.
     */
    private boolean isOf(Thread thread) {
        return thread.getContextClassLoader() == loader;
    }

    /** Records that the module has started. Call this on a thread of the module. */
    void started(Supplier<Executor> capture) {
        if (starting.getCount() > 0) {
            context = new ContextPool(capture);
            starting.countDown();
        }
    }

    /** Waits at most this long until the module has started; returns whether it has. */
    boolean awaitStart(long nanos) throws InterruptedException {
        return starting.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return name;
    }
}
