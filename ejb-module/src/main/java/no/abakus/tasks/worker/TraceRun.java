package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.tracing.RunTrace;
import no.abakus.tasks.tracing.Tracing;

/**
 * Traces a run until its outcome is recorded and its follow-up tasks are sent. The follow-up tasks belong to the trace
 * as well.
 */
final class TraceRun implements Step {

    private final Tracing tracing;

    TraceRun(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return tracing.isOn();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        RunTrace trace = tracing.run(execution.delivery());
        return trace.isOn() ? traced(trace, execution.tracedBy(trace), rest) : rest.apply(execution);
    }

    private static Outcome traced(RunTrace trace, Execution execution, Rest rest) {
        try (LogScope scope = LogContext.replace(execution.context());
                TaskTracer.Entered entered = trace.enter()) {
            Outcome outcome = rest.apply(execution);
            trace.end(outcome.state(), thrown(outcome));
            return outcome;
        } catch (RuntimeException | Error e) {
            trace.end(TaskState.UNKNOWN, Optional.of(e));
            throw e;
        }
    }

    private static Optional<Throwable> thrown(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? Optional.of(ThrownByBody.unwrapped(failed.thrown()))
                : Optional.empty();
    }
}
