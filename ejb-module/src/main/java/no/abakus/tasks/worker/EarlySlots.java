package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.OperationalException;

/**
 * A few slots for tasks whose messages are acknowledged before the tasks run. A listener takes a slot before the
 * message is acknowledged, so a crash loses at most as many tasks as there are slots. Thread-safe.
 */
public final class EarlySlots {

    /** How often a waiting listener checks whether the node is shutting down. */
    private static final long LOOK_MILLIS = 200;

    private final int count;
    private final Semaphore free;
    private final Executor executor;
    private final Map<String, Instant> waiting = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    /** Creates this many slots. Their tasks run on the executor. */
    public EarlySlots(int count, Executor executor) {
        this.count = count;
        this.free = new Semaphore(count);
        this.executor = executor;
    }

    /**
     * Waits for a free slot and takes it.
     *
     * @param id the id of the task that needs the slot
     * @param since when the worker received the task
     */
    void take(String id, Instant since) {
        if (!isClosed && free.tryAcquire()) {
            return;
        }
        waiting.put(id, since);
        try {
            while (!isClosed) {
                if (free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(id);
        }
        throw new OperationalException(
                "The node is shutting down, so a task that waits for a slot goes back to the broker");
    }

    void free() {
        free.release();
    }

    /** Runs the work in a slot that was taken, and frees the slot afterwards. */
    void run(Runnable work) {
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                free();
            }
        });
    }

    /** The ids of the tasks that wait for a slot, each with the time at which the worker received the task. */
    public Map<String, Instant> waiting() {
        return Map.copyOf(waiting);
    }

    /** The number of slots in use. */
    public int taken() {
        return count - free.availablePermits();
    }

    /**
     * Accepts no more tasks, and waits for the running tasks to end.
     *
     * @return whether all have ended within this time
     */
    public boolean drain(Duration patience) throws InterruptedException {
        isClosed = true;
        return free.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
