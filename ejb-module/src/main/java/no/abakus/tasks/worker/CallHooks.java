package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.config.TaskClock;

/**
 * Notifies a task's observers when the task starts. Notifies them again after a success, a failure or a retry is
 * recorded.
 */
final class CallHooks implements Step {

    private final Hooks hooks;
    private final TaskClock clock;
    private final String node;

    CallHooks(Hooks hooks, TaskClock clock, String node) {
        this.hooks = hooks;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return hooks.areWanted(line.task().name());
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        TaskRequest request = new RunningRequest(execution, node, clock);
        hooks.call(new TaskHook.BeforeStart(request));
        long begun = clock.nanos();
        Outcome outcome = rest.apply(execution);
        tell(request, outcome, clock.since(begun));
        return outcome;
    }

    private void tell(TaskRequest request, Outcome outcome, Duration took) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            hooks.call(new TaskHook.OnSuccess(request, succeeded.result(), took));
            hooks.call(new TaskHook.AfterReturn(request, outcome.state(), Optional.empty()));
        } else if (outcome instanceof Outcome.Failed failed) {
            Throwable thrown = ThrownByBody.unwrapped(failed.thrown());
            hooks.call(new TaskHook.OnFailure(request, thrown, took));
            hooks.call(new TaskHook.AfterReturn(request, outcome.state(), Optional.of(thrown)));
        } else if (outcome instanceof Outcome.Retried retried) {
            hooks.call(new TaskHook.OnRetry(request, retried.cause(), retried.eta()));
        }
    }
}
