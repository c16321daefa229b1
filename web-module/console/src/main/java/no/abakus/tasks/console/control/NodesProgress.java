package no.abakus.tasks.console.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.operate.TaskControl;

/**
 * The progress of the tasks that run on any node. However many clients ask, the nodes are asked at most twice a second;
 * a client that comes while they are asked gets the previous answer. Thread-safe.
 */
@ApplicationScoped
public class NodesProgress {

    private static final Log log = Log.get();
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    /** Nothing is asked for this long after the broker could not be reached: results must not wait for it. */
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Inject
    TaskControl control;

    private final ReentrantLock asking = new ReentrantLock();
    private volatile Answer latest = new Answer(Map.of(), System.nanoTime());

    private record Answer(Map<String, ReportedProgress> byId, long freshUntil) {}

    /** The progress of the task with this id; empty if it reported none, does not run, or the nodes cannot be asked. */
    public Optional<ReportedProgress> of(String id) {
        if (System.nanoTime() - latest.freshUntil() >= 0 && asking.tryLock()) {
            try {
                latest = ask();
            } finally {
                asking.unlock();
            }
        }
        return Optional.ofNullable(latest.byId().get(id));
    }

    private Answer ask() {
        try {
            Map<String, ReportedProgress> byId = new HashMap<>();
            control.within(PATIENCE)
                    .active()
                    .values()
                    .forEach(tasks -> tasks.forEach(
                            task -> task.progress().ifPresent(reported -> byId.put(task.id(), reported))));
            return new Answer(byId, System.nanoTime() + FRESH_NANOS);
        } catch (OperationalException e) {
            log.debug("progress_not_known", e);
            return new Answer(Map.of(), System.nanoTime() + AFTER_FAILURE_NANOS);
        }
    }
}
