package no.abakus.tasks.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.worker.RunningTasks;

/**
 * The last progress that each task reported. A node forgets the progress when the execution ends, but a test asks for
 * it later. Not thread-safe.
 */
final class LastProgress implements EventListener {

    private final Supplier<RunningTasks> running;
    private final Map<String, ReportedProgress> byId = new HashMap<>();

    LastProgress(Supplier<RunningTasks> running) {
        this.running = running;
    }

    /** Looks at the running tasks, because the end of a task is published while the task is still listed as running. */
    @Override
    public void onEvent(TaskEvent event) {
        look();
    }

    Optional<ReportedProgress> of(String id) {
        look();
        return Optional.ofNullable(byId.get(id));
    }

    private void look() {
        running.get().all().forEach(task -> task.progress().ifPresent(reported -> byId.put(task.id(), reported)));
    }
}
