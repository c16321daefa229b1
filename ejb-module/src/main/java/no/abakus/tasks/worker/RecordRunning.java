package no.abakus.tasks.worker;

import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;

/**
 * Notes, outside of the process, that this node runs the task. If the node dies, it knows after a restart what it ran.
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
