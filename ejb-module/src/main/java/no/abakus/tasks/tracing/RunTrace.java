package no.abakus.tasks.tracing;

import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskTracer;

/** The trace of one run. Several threads may enter it. */
public final class RunTrace {

    /** The trace of a run that is not traced. */
    public static final RunTrace NONE = new RunTrace(Optional.empty(), new Shield());

    private static final TaskTracer.Entered NOWHERE = () -> {};

    private final Optional<TaskTracer.Run> run;
    private final Shield shield;

    RunTrace(Optional<TaskTracer.Run> run, Shield shield) {
        this.run = run;
        this.shield = shield;
    }

    /** Whether the run is traced. */
    public boolean isOn() {
        return run.isPresent();
    }

    /** Returns this context with the run's place in its trace. */
    public LogContext in(LogContext context) {
        return run.isEmpty()
                ? context
                : context.withAll(shield.call(() -> run.get().logContext(), Map.of()));
    }

    /** Makes the run the calling thread's current run until the returned object is closed. */
    public TaskTracer.Entered enter() {
        if (run.isEmpty()) {
            return NOWHERE;
        }
        TaskTracer.Entered entered = shield.call(() -> run.get().enter(), NOWHERE);
        return () -> shield.run(entered::close);
    }

    /** Ends the trace. */
    public void end(TaskState state, Optional<Throwable> thrown) {
        run.ifPresent(one -> shield.run(() -> one.ended(state, thrown)));
    }
}
