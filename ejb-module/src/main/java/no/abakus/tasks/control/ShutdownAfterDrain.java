package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.result.Later;
import no.abakus.tasks.worker.RunningTasks;

/** Stops the server when no task runs on it any more, or at the latest when a grace period has ended. Thread-safe. */
final class ShutdownAfterDrain {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final RunningTasks running;
    private final Later later;
    private final TaskClock clock;
    private final Runnable stop;
    private final AtomicBoolean isStopping = new AtomicBoolean();

    ShutdownAfterDrain(RunningTasks running, Later later, TaskClock clock, Runnable stop) {
        this.running = running;
        this.later = later;
        this.clock = clock;
        this.stop = stop;
    }

    /** Starts to wait. Further calls have no effect and return false. */
    boolean begin(Duration grace) {
        if (!isStopping.compareAndSet(false, true)) {
            return false;
        }
        log.warning("node_shutting_down", "grace_s", grace.toSeconds());
        look(clock.now().plus(grace));
        return true;
    }

    /** Whether the server is going to stop. */
    boolean hasBegun() {
        return isStopping.get();
    }

    private void look(Instant latest) {
        int left = running.all().size();
        if (left > 0 && clock.now().isBefore(latest)) {
            later.run(BETWEEN_LOOKS, () -> look(latest));
            return;
        }
        log.warning("server_stops", "still_running", left);
        stop.run();
    }
}
