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
 * Decides whether this node takes work. While it does not, what the broker hands out waits with the listeners,
 * unacknowledged, and goes back to its queue after ten seconds. So a node holds at most one message per listener, plus
 * what the broker sent ahead. Thread-safe.
 */
public final class DeliveryGate implements WorkGate {

    /** Why a node takes no work. */
    public enum Reason {
        /** Too many bodies run on beyond their time limit. */
        ABANDONED_THREADS,
        /** The node stops. */
        STOPPING,
        /** An operator asked for it. */
        QUIET,
        /** Something that tasks need is down, such as the database, or there are no tasks. */
        UNABLE
    }

    /** How long a listener holds a message at most. A node holds no more messages than it has listeners. */
    private static final Duration STANDARD_PATIENCE = Duration.ofSeconds(10);

    private final Object monitor = new Object();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final Set<String> closedQueues = new HashSet<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final TaskClock clock;
    private final Duration patience;
    private volatile boolean held;
    private boolean closed;

    /** An open deliveryGate. */
    public DeliveryGate(TaskClock clock) {
        this(clock, STANDARD_PATIENCE);
    }

    /** An open deliveryGate that hands deliveries back after this time. */
    DeliveryGate(TaskClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean enter(String queue) throws InterruptedException {
        inside.incrementAndGet();
        // Count first, then check: whoever holds the deliveryGate and then counts misses nobody.
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
                throw new OperationalException("The node has stopped and takes no more work", null);
            }
            return true;
        }
    }

    /** Whether work from this queue is taken. */
    public boolean isOpen(String queue) {
        synchronized (monitor) {
            return reasons.isEmpty() && !closedQueues.contains(queue);
        }
    }

    /** Takes no work from this queue from now on. */
    public void closeQueue(String queue) {
        synchronized (monitor) {
            closedQueues.add(queue);
            held = true;
        }
    }

    /** Takes work from this queue again, unless the node takes none at all. */
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
     * Takes no work from now on, for this reason.
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
     * Takes work again, unless there is another reason not to.
     *
     * @return whether the node was held for this reason
     */
    public boolean release(Reason reason) {
        synchronized (monitor) {
            boolean there = reasons.remove(reason);
            update();
            return there;
        }
    }

    /** Sends back all deliveries that wait or still arrive: the node stops for good. */
    public void close() {
        hold(Reason.STOPPING);
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    /** Whether the node has stopped and lets nothing in any more. */
    public boolean isClosed() {
        synchronized (monitor) {
            return closed;
        }
    }

    /** Why the node takes no work; empty if it does. */
    public Set<Reason> reasons() {
        synchronized (monitor) {
            return Set.copyOf(reasons);
        }
    }

    /** How many deliveries are being worked on. */
    public int inside() {
        return inside.get();
    }

    /**
     * Waits until nothing is being worked on; to be called while the deliveryGate is held.
     *
     * @return false if it took longer than this
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
