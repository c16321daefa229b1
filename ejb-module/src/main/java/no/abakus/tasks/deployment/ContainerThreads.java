package no.abakus.tasks.deployment;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.abakus.tasks.engine.Platform;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.worker.Alarms;
import no.abakus.tasks.worker.BodyThreads;
import no.abakus.tasks.worker.EarlySlots;

/** The server's threads for each kind of work. Thread-safe. */
final class ContainerThreads {

    private static final int IDLE_SECONDS = 30;

    private final ManagedScheduledExecutorService executor;
    private final ThreadFactory threads;
    private final RequestScopes scopes;
    private final ExecutorService sends;
    private final ExecutorService shields;

    ContainerThreads(ManagedScheduledExecutorService executor, ThreadFactory threads, RequestScopes scopes) {
        this.executor = executor;
        this.threads = refusingOnceStopped(threads);
        this.scopes = scopes;
        this.sends = SendThreads.of(threads);
        this.shields = Executors.newCachedThreadPool(this.threads);
    }

    /**
     * Rejects work once the application has stopped. According to Jakarta Concurrency, the server's factory then throws
     * or returns null.
     */
    private static ThreadFactory refusingOnceStopped(ThreadFactory threads) {
        return work -> {
            Thread thread;
            try {
                thread = threads.newThread(work);
            } catch (IllegalStateException e) {
                throw new RejectedExecutionException("The server creates no more threads for this application", e);
            }
            if (thread == null) {
                throw new RejectedExecutionException("The server creates no more threads for this application");
            }
            return thread;
        };
    }

    /** Returns the threads of an engine with this many slots for tasks that are acknowledged early. */
    Platform.Threads forEngine(int slots) {
        return new Platform.Threads(
                this::later, alarms(), bodies(), shields(), new EarlySlots(slots, slotThreads(slots)));
    }

    /** Returns the limit on how long a send may take. */
    SendLimit sendLimit() {
        return new SendLimit(sends);
    }

    /** Runs the work after this delay, outside a transaction. */
    @SuppressWarnings("FutureReturnValueIgnored") // this work reports its own errors
    void later(Duration delay, Runnable work) {
        executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Returns an executor that runs work in a captured context, no matter which thread submits the work. Some servers
     * give a new thread the context of the thread that creates it. So the thread is created in the context, too. Submit
     * one piece of work at a time, because on some servers only one thread at a time can use a captured context.
     *
     * @param capture captures the context of the calling thread
     */
    Executor in(Supplier<Executor> capture) {
        Executor creating = capture.get();
        Executor running = capture.get();
        return work -> creating.execute(() -> shields.execute(() -> running.execute(work)));
    }

    private Alarms alarms() {
        return (after, ring) -> {
            ScheduledFuture<?> alarm = executor.schedule(ring, after.toNanos(), TimeUnit.NANOSECONDS);
            return () -> alarm.cancel(false);
        };
    }

    private BodyThreads bodies() {
        return (name, body) -> {
            Thread thread = threads.newThread(() -> scopes.within(body));
            thread.setName(name);
            thread.start();
        };
    }

    /** Returns threads that are reused, because their task methods are never abandoned. */
    private BodyThreads shields() {
        return (name, body) -> shields.execute(() -> scopes.within(() -> {
            Thread thread = Thread.currentThread();
            String before = thread.getName();
            thread.setName(name);
            try {
                body.run();
            } finally {
                thread.setName(before);
            }
        }));
    }

    /** Creates a pool with one thread for each slot in use. An idle thread ends. */
    private ThreadPoolExecutor slotThreads(int slots) {
        ThreadPoolExecutor slotThreads = new ThreadPoolExecutor(
                slots, slots, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        slotThreads.allowCoreThreadTimeOut(true);
        return slotThreads;
    }

    /** Shuts down the threads. Running work may finish. */
    void end() {
        sends.shutdown();
        shields.shutdown();
    }
}
