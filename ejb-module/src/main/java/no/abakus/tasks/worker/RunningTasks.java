package no.abakus.tasks.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tasks that this node runs now. A task that the broker has redelivered may be listed twice. Thread-safe. Celery:
 * {@code inspect active}.
 */
public final class RunningTasks {

    private final Set<RunningTask> running = ConcurrentHashMap.newKeySet();

    void enter(RunningTask task) {
        running.add(task);
    }

    void leave(RunningTask task) {
        running.remove(task);
    }

    /** All running tasks, longest running first. */
    public List<RunningTask> all() {
        return running.stream().sorted(Comparator.comparing(RunningTask::since)).toList();
    }

    /** The number of running tasks from this queue. */
    public int count(String queue) {
        return (int) running.stream().filter(task -> task.queue().equals(queue)).count();
    }

    /**
     * Asks all running executions of this task to end.
     *
     * @return whether any was running
     */
    public boolean interrupt(String id, Interruption why) {
        boolean reached = false;
        for (RunningTask task : running) {
            if (task.id().equals(id)) {
                reached |= task.interrupt(why);
            }
        }
        return reached;
    }
}
