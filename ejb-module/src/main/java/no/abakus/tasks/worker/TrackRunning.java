package no.abakus.tasks.worker;

import no.abakus.tasks.limit.TimeLimits;

/** Registers the task as running, so it can be listed and asked to end. */
final class TrackRunning implements Step {

    private final RunningTasks running;
    private final TimeLimits limits;

    TrackRunning(RunningTasks running, TimeLimits limits) {
        this.running = running;
        this.limits = limits;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        RunningTask task = new RunningTask(
                execution.delivery(), execution.begun(), limits.of(execution.definition(), execution.message()));
        running.enter(task);
        try {
            return rest.apply(execution.withRunning(task));
        } finally {
            running.leave(task);
        }
    }
}
