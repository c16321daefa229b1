package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.List;
import no.abakus.logging.Log;

/**
 * Shuts a node down: accepts no more tasks, lets running tasks end within a grace period, and then interrupts the
 * remaining tasks. An interrupted task that throws usually returns to its queue or, if it must never start twice,
 * fails. Tasks that are acknowledged early are not interrupted; {@link EarlySlots#drain} waits for them later.
 * Thread-safe. Celery: warm shutdown, then soft shutdown.
 */
public final class NodeStop {

    private static final Log log = Log.get("no.abakus.tasks");

    /**
     * The time for interrupted tasks to end. A task that responds to its interrupt ends within this time. Any other
     * task might never end.
     */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    /**
     * The time that the rest of the server gets to stop after this node. Without this limit, the server would wait
     * forever for a task that has called {@code System.exit}.
     */
    private static final Duration SERVERS_TIME = Duration.ofSeconds(15);

    private static final Duration SLICE = Duration.ofMillis(250);

    private final DeliveryGate deliveryGate;
    private final RunningTasks running;
    private final Duration grace;
    private final ProcessEnd processEnd;
    private boolean begun;

    /**
     * Creates an object that stops a node, with this grace period for running tasks. If a task has called
     * {@code System.exit}, this object halts the process.
     */
    public NodeStop(DeliveryGate deliveryGate, RunningTasks running, Duration grace) {
        this(deliveryGate, running, grace, ProcessEnd.byHalting());
    }

    NodeStop(DeliveryGate deliveryGate, RunningTasks running, Duration grace, ProcessEnd processEnd) {
        this.deliveryGate = deliveryGate;
        this.running = running;
        this.grace = grace;
        this.processEnd = processEnd;
    }

    /**
     * Stops the node. Returns when no task is running any more, except tasks that have called {@code System.exit}, or
     * when the remaining tasks have not ended in time. A second call does nothing.
     */
    public synchronized void stop() {
        if (begun) {
            return;
        }
        begun = true;
        deliveryGate.hold(DeliveryGate.Reason.STOPPING);
        log.info("node_stopping", "running", deliveryGate.inside(), "grace_period", grace.toString());
        try {
            if (!awaitEnd(grace)) {
                interruptAll();
                awaitEnd(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            // The caller does not want to wait any longer.
            Thread.currentThread().interrupt();
        }
        deliveryGate.close();
        if (deliveryGate.inside() == 0) {
            log.info("node_stopped");
        } else {
            log.warning(
                    "node_stopped",
                    "running",
                    deliveryGate.inside(),
                    "next",
                    "the messages of these tasks are not acknowledged, so the broker delivers them again");
        }
        List<RunningTask> exiting =
                running.all().stream().filter(RunningTask::hasCalledExit).toList();
        if (!exiting.isEmpty()) {
            endAfter(exiting);
        }
    }

    /** Waits until nothing runs except tasks that have called {@code System.exit}; returns false if time runs out. */
    private boolean awaitEnd(Duration patience) throws InterruptedException {
        Duration left = patience;
        while (!deliveryGate.awaitEmpty(left.compareTo(SLICE) < 0 ? left : SLICE)) {
            List<RunningTask> all = running.all();
            if (!all.isEmpty() && all.stream().allMatch(RunningTask::hasCalledExit)) {
                return true;
            }
            left = left.minus(SLICE);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Ends the process later, to prevent a deadlock. The thread of a task that has called {@code System.exit} returns
     * only when the process ends, but the server waits for that thread before it ends the process.
     */
    private void endAfter(List<RunningTask> exiting) {
        log.error(
                "task_called_exit",
                "tasks",
                exiting.stream().map(RunningTask::toString).toList(),
                "next",
                "the process ends in " + SERVERS_TIME.toSeconds() + " s at the latest, with code "
                        + ProcessEnd.CALLED_EXIT + "; the task is delivered again");
        processEnd.after(SERVERS_TIME, ProcessEnd.CALLED_EXIT);
    }

    /** Interrupts all tasks except those that are acknowledged early, because the drain of their slots follows. */
    private void interruptAll() {
        List<RunningTask> left =
                running.all().stream().filter(task -> !task.isEarly()).toList();
        log.warning(
                "tasks_interrupted_by_stop",
                "tasks",
                left.stream().map(RunningTask::toString).toList());
        left.forEach(task -> task.interrupt(new Interruption.Stopping()));
    }
}
