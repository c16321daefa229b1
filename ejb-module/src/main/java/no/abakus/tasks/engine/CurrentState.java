package no.abakus.tasks.engine;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import no.abakus.tasks.metrics.CurrentFigures;
import no.abakus.tasks.metrics.TaskOfQueue;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.worker.RunningTasks;

/**
 * The current figures of a node, for its metrics.
 *
 * @param running the running tasks
 * @param control provides the states of the queues
 * @param dropped how many monitoring events were dropped
 */
record CurrentState(RunningTasks running, Supplier<TaskControl> control, LongSupplier dropped)
        implements CurrentFigures {

    @Override
    public List<TaskOfQueue> active() {
        return running.all().stream()
                .map(task -> new TaskOfQueue(task.queue(), task.task()))
                .toList();
    }

    @Override
    public List<QueueState> queues() {
        return control.get().queues();
    }

    @Override
    public Map<String, Long> setAside() {
        return control.get().setAside();
    }

    @Override
    public long eventsDropped() {
        return dropped.getAsLong();
    }
}
