package no.abakus.tasks.worker;

import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;

/**
 * Records, outside the process, that this node is running the task. After a crash, the restarted node then knows which
 * tasks were running.
 */
final class RecordRunning implements Step {

    private final Trace trace;
    private final Suspects suspects;

    RecordRunning(Trace trace, Suspects suspects) {
        this.trace = trace;
        this.suspects = suspects;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        boolean isSuspect = suspects.concerns(execution.delivery());
        int place = trace.enter(
                execution.message().id(),
                execution.message().task(),
                execution.message().retries(),
                isSuspect,
                execution.begun());
        try {
            return rest.apply(execution);
        } finally {
            trace.leave(place);
        }
    }
}
