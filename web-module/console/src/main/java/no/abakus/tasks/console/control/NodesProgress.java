package no.abakus.tasks.console.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.operate.TaskControl;

/** The progress of the tasks that run on any node. The nodes are asked at most twice a second. Thread-safe. */
@ApplicationScoped
public class NodesProgress {

    private static final Log log = Log.get();
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Inject
    TaskControl control;

    private final LatestAnswer<Map<String, ReportedProgress>> latest =
            new LatestAnswer<>(this::ask, Map.of(), System::nanoTime);

    /**
     * Returns the progress of the task with this id; empty if the task reported none or is not running, or if the nodes
     * cannot be asked.
     */
    public Optional<ReportedProgress> of(String id) {
        return Optional.ofNullable(latest.get().get(id));
    }

    private Optional<Map<String, ReportedProgress>> ask() {
        try {
            Map<String, ReportedProgress> byId = new HashMap<>();
            control.within(PATIENCE)
                    .active()
                    .values()
                    .forEach(tasks -> tasks.forEach(
                            task -> task.progress().ifPresent(reported -> byId.put(task.id(), reported))));
            return Optional.of(byId);
        } catch (OperationalException e) {
            // The progress is only a part of the response; the rest does not need the nodes.
            log.debug("progress_not_known", e);
            return Optional.empty();
        }
    }
}
