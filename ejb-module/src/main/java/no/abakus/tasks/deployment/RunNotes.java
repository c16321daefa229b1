package no.abakus.tasks.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.FlightRecorder;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.crash.Trace;

/**
 * The file in which this node notes the tasks it runs. If the node dies, its next start reads the file. Thread-safe.
 */
final class RunNotes {

    private static final Log log = Log.get("no.abakus.tasks");
    private static final int MOST_SHOWN = 20;

    private final Optional<FlightRecorder> recorder;

    private RunNotes(Optional<FlightRecorder> recorder) {
        this.recorder = recorder;
    }

    /** Opens the notes of this run. If the previous run died, logs the tasks that it was running. */
    static RunNotes open(Optional<Path> folder, String run, TaskClock clock) {
        RunNotes notes = new RunNotes(folder.flatMap(found -> opened(found, run, clock)));
        warnOf(notes.trace().left());
        return notes;
    }

    private static Optional<FlightRecorder> opened(Path folder, String run, TaskClock clock) {
        try {
            return Optional.of(FlightRecorder.open(folder, run, clock));
        } catch (IOException | RuntimeException e) {
            log.warning(
                    "running_tasks_not_noted",
                    e,
                    "folder",
                    folder.toString(),
                    "next",
                    "after a crash, the next start of this node will not know which tasks were running"
                            + " (abakus.tasks.acks.data-folder)");
            return Optional.empty();
        }
    }

    private static void warnOf(List<LeftTask> left) {
        if (!left.isEmpty()) {
            log.warning(
                    "node_died",
                    "last_seen",
                    left.get(0).seenAt().toString(),
                    "running",
                    left.size(),
                    "tasks",
                    left.stream()
                            .limit(MOST_SHOWN)
                            .map(task -> task.task() + "[" + task.id() + "]")
                            .toList());
        }
    }

    Trace trace() {
        return recorder.<Trace>map(one -> one).orElse(Trace.NOWHERE);
    }

    /** Notes that the node is alive, and what its long-running tasks are doing. */
    void look() {
        recorder.ifPresent(FlightRecorder::look);
    }

    void close() {
        try {
            if (recorder.isPresent()) {
                recorder.get().close();
            }
        } catch (IOException e) {
            log.warning("running_tasks_not_closed", e);
        }
    }
}
