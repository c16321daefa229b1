package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.WorkGate;

/**
 * Decides whether this node accepts tasks. While the gate is closed, for all queues or for the listener's queue, each
 * listener keeps its message unacknowledged. After ten seconds, the listener returns the message to its queue. If the
 * node is stopping, the listener waits until the node has stopped. So a node holds at most one message per listener,
 * plus the prefetched messages. Thread-safe.
 */
public final class DeliveryGate implements WorkGate {

    /** Why a node accepts no tasks. */
    public enum Reason {
        /** Too many task methods are still running after their time limit. */
        ABANDONED_THREADS,
        /** The node is stopping. */
        STOPPING,
        /** An operator quieted the node. */
        QUIET,
        /** An operator ordered the shutdown of the node. This reason is never released. */
        SHUTTING_DOWN,
        /**
         * The node lacks something that it needs to run tasks, such as the database, a correct clock or any registered
         * task.
         */
        UNABLE,
        /** Another live node has this node's name. */
        NAME_TAKEN
    }

    /** The longest time that a listener keeps a message, unless the node is stopping. */
    private static final Duration STANDARD_PATIENCE = Duration.ofSeconds(10);

    private final Object monitor = new Object();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final Set<String> closedQueues = new HashSet<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final TaskClock clock;
    private final Duration patience;
    private volatile boolean held;
    private boolean closed;

    /** Creates an open gate. */
    public DeliveryGate(TaskClock clock) {
        this(clock, STANDARD_PATIENCE);
    }

    /** Creates an open gate that sends waiting deliveries back after this time. */
    DeliveryGate(TaskClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean enter(String queue) throws InterruptedException {
        inside.incrementAndGet();
        // Count before checking, so that a thread that closes the gate and then reads the count misses no delivery.
        while (held && !isOpen(queue)) {
            leave();
            if (!awaitRelease(queue)) {
                return false;
            }
            inside.incrementAndGet();
        }
        return true;
    }

    private boolean awaitRelease(String queue) throws InterruptedException {
        long begun = clock.nanos();
        synchronized (monitor) {
            while (!isOpen(queue) && !closed) {
                if (reasons.contains(Reason.STOPPING)) {
                    monitor.wait();
                    continue;
                }
                Duration left = patience.minus(clock.since(begun));
                if (left.isNegative() || left.isZero()) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(monitor, left.toNanos());
            }
            if (closed) {
                throw new OperationalException("The node has stopped and accepts no more tasks", null);
            }
            return true;
        }
    }

    /** Whether the node accepts tasks from this queue. */
    public boolean isOpen(String queue) {
        synchronized (monitor) {
            return reasons.isEmpty() && !closedQueues.contains(queue);
        }
    }

    /** Stops accepting tasks from this queue. */
    public void closeQueue(String queue) {
        synchronized (monitor) {
            closedQueues.add(queue);
            held = true;
        }
    }

    /** Accepts tasks from this queue again, unless the whole gate is closed. */
    public void openQueue(String queue) {
        synchronized (monitor) {
            closedQueues.remove(queue);
            update();
        }
    }

    private void update() {
        held = !reasons.isEmpty() || !closedQueues.isEmpty();
        monitor.notifyAll();
    }

    @Override
    public void leave() {
        if (inside.decrementAndGet() == 0 && held) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    /**
     * Closes the gate for this reason.
     *
     * @return whether the reason is new
     */
    public boolean hold(Reason reason) {
        synchronized (monitor) {
            held = true;
            return reasons.add(reason);
        }
    }

    /**
     * Accepts tasks again, unless another reason remains.
     *
     * @return whether the gate was closed for this reason
     */
    public boolean release(Reason reason) {
        synchronized (monitor) {
            boolean there = reasons.remove(reason);
            update();
            return there;
        }
    }

    /** Closes the gate permanently. Waiting and later deliveries are sent back. */
    public void close() {
        hold(Reason.STOPPING);
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    /** Whether the gate is closed permanently. */
    public boolean isClosed() {
        synchronized (monitor) {
            return closed;
        }
    }

    /** Returns the reasons why the gate is closed for all queues; empty if it is not. */
    public Set<Reason> reasons() {
        synchronized (monitor) {
            return Set.copyOf(reasons);
        }
    }

    /** The number of deliveries in progress. */
    public int inside() {
        return inside.get();
    }

    /**
     * Waits until no delivery is in progress. Call this only while the gate is closed.
     *
     * @return false if {@code patience} ran out first
     */
    public boolean awaitEmpty(Duration patience) throws InterruptedException {
        long begun = clock.nanos();
        synchronized (monitor) {
            while (inside.get() > 0) {
                Duration left = patience.minus(clock.since(begun));
                if (left.isNegative() || left.isZero()) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(monitor, left.toNanos());
            }
            return true;
        }
    }
}
