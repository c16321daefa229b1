package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.List;
import no.abakus.logging.Log;

/**
 * Ends the work of a node in order: takes none from the broker, lets what runs end inside a grace period, then asks it to end
 * and hands it back. Thread-safe. Celery: warm shutdown, then soft shutdown.
 */
public final class NodeStop {

    private static final Log log = Log.get("no.abakus.tasks");

    /** A body that heeds its interrupt needs no more, and one that does not would need for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Turnstile turnstile;
    private final RunningTasks running;
    private final Duration grace;
    private boolean begun;

    /** The stop of a node, with this much time for what runs. */
    public NodeStop(Turnstile turnstile, RunningTasks running, Duration grace) {
        this.turnstile = turnstile;
        this.running = running;
        this.grace = grace;
    }

    /** Stops it, and returns when nothing runs any more or nothing helps; does nothing the second time. */
    public synchronized void stop() {
        if (begun) {
            return;
        }
        begun = true;
        turnstile.hold(Turnstile.Reason.STOPPING);
        log.info("node_stopping", "running", turnstile.inside(), "grace_period", grace.toString());
        try {
            if (!turnstile.awaitEmpty(grace)) {
                interruptAll();
                turnstile.awaitEmpty(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            // Whoever stops the node has no patience left.
            Thread.currentThread().interrupt();
        }
        turnstile.close();
        if (turnstile.inside() == 0) {
            log.info("node_stopped");
        } else {
            log.warning(
                    "node_stopped",
                    "running",
                    turnstile.inside(),
                    "next",
                    "their messages are not acknowledged, so that the broker delivers them again");
        }
    }

    private void interruptAll() {
        List<RunningTask> left = running.all();
        log.warning(
                "tasks_interrupted_by_stop",
                "tasks",
                left.stream().map(RunningTask::toString).toList());
        left.forEach(task -> task.interrupt(new Interruption.Stopping()));
    }
}
