package no.abakus.tasks.control;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.result.Later;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RunningTasks;

/**
 * Starts and stops this node's listeners to match its delivery gate. A listener is stopped only when none of its
 * queue's tasks runs on this node. Otherwise the resource adapter would interrupt tasks that are still running half a
 * minute after the stop. While tasks are still running, the gate keeps new tasks out. Thread-safe.
 */
public final class Listening {

    private static final Log log = Log.get("no.abakus.tasks");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ListenerSwitch listeners;
    private final DeliveryGate deliveryGate;
    private final RunningTasks running;
    private final Later later;
    private final Set<String> stopped = new HashSet<>();

    /** Creates an object that controls the listeners through this switch. */
    public Listening(ListenerSwitch listeners, DeliveryGate deliveryGate, RunningTasks running, Later later) {
        this.listeners = listeners;
        this.deliveryGate = deliveryGate;
        this.running = running;
        this.later = later;
    }

    /** The queues whose listeners can be started and stopped on this node. */
    Set<String> queues() {
        return listeners.queues();
    }

    /** Makes this node accept the queue's tasks again, or stop accepting them. Returns immediately. */
    void turn(String queue, boolean on) {
        if (on) {
            deliveryGate.openQueue(queue);
            restart(queue);
        } else {
            deliveryGate.closeQueue(queue);
        }
        adjustSoon();
    }

    /**
     * Marks a listener that was stopped from outside, for example by an administrator of the server, so that it is
     * started again.
     */
    private synchronized void restart(String queue) {
        if (!listeners.isConsuming(queue)) {
            stopped.add(queue);
        }
    }

    /** The number of tasks of the queue that run on this node. */
    int running(String queue) {
        return running.count(queue);
    }

    /**
     * Starts or stops listeners to match the delivery gate. Uses another thread, because stopping a listener may take a
     * while.
     */
    public void adjustSoon() {
        later.run(Duration.ZERO, this::adjust);
    }

    private synchronized void adjust() {
        boolean isDone = true;
        for (String queue : listeners.queues()) {
            try {
                isDone &= adjust(queue);
            } catch (OperationalException e) {
                log.error("listener_not_switched", e, "queue", queue, "next", "tried again in a moment");
                isDone = false;
            }
        }
        if (!isDone) {
            later.run(BETWEEN_LOOKS, this::adjust);
        }
    }

    private boolean adjust(String queue) {
        if (deliveryGate.isOpen(queue)) {
            if (stopped.contains(queue)) {
                listeners.turn(queue, true);
                stopped.remove(queue);
                log.info("consumer_switched", "queue", queue, "consumes", true);
            }
            return true;
        }
        if (stopped.contains(queue)) {
            return true;
        }
        if (running.count(queue) > 0) {
            return false;
        }
        listeners.turn(queue, false);
        stopped.add(queue);
        log.info("consumer_switched", "queue", queue, "consumes", false);
        return true;
    }
}
