package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.WorkGate;

/**
 * Whether this node takes work. What the broker hands out while it does not, waits in the hands of the listeners,
 * unacknowledged, for ten seconds, and then goes back to its queue; so that is at most as many messages as there are listeners, and those that the broker sent ahead to them.
 * Thread-safe.
 */
public final class Turnstile implements WorkGate {

    /** Why a node takes no work. */
    public enum Reason {
        /** Too many bodies run on beyond their time limit. */
        ABANDONED_THREADS,
        /** It stops. */
        STOPPING,
        /** An operator said so. */
        QUIET,
        /** Something that tasks need is down, such as the database, or there are no tasks. */
        UNABLE
    }

    /** So many messages a node holds back at most, as it has listeners, and each of them no longer than this. */
    private static final Duration STANDARD_PATIENCE = Duration.ofSeconds(10);

    private final Object monitor = new Object();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final Set<String> closedQueues = new HashSet<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final TaskClock clock;
    private final Duration patience;
    private volatile boolean held;
    private boolean closed;

    /** One that is open. */
    public Turnstile(TaskClock clock) {
        this(clock, STANDARD_PATIENCE);
    }

    /** One that is open, and hands deliveries back after this time. */
    Turnstile(TaskClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean enter(String queue) throws InterruptedException {
        inside.incrementAndGet();
        // Counted first and asked then, so that whoever holds it back and then counts has missed nobody.
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
                throw new OperationalException("The node has stopped, and takes no work any more", null);
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

    /** Takes work from this queue again, unless none is taken from any. */
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
     * @return whether that is new
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
     * @return whether it was held back for this one
     */
    public boolean release(Reason reason) {
        synchronized (monitor) {
            boolean there = reasons.remove(reason);
            update();
            return there;
        }
    }

    /** Sends back those who wait, and whoever comes: the node stops, and takes no work any more. */
    public void close() {
        hold(Reason.STOPPING);
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    /** Whether the node stops, and lets nothing in any more. */
    public boolean isClosed() {
        synchronized (monitor) {
            return closed;
        }
    }

    /** Why it takes none; nothing where it does. */
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
     * Waits until nothing is worked on any more; to be called while it is held back.
     *
     * @return false if that took longer than the caller has patience
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
