package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.logging.LogContext;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.tracing.RunTrace;

/**
 * The state of one execution. A step that adds to the state passes a copy to the next step.
 *
 * @param delivery the message as it was delivered
 * @param begun when the worker received the message
 * @param context the log context that the task runs in
 * @param acks when the message is acknowledged, and what happens after a crash
 * @param tracking what is recorded about the task
 * @param children collects the ids of the tasks that the task sends; shared by all copies
 * @param running the task's entry among the running tasks; null until {@link TrackRunning} has added it
 * @param trace the trace of this run; {@link RunTrace#NONE} until {@link TraceRun} has started it
 * @param definition the task; null if this node does not know it
 * @param arguments the task's arguments; null until {@link DecodeArguments} has read them
 * @param bound the arguments by parameter; null while {@code arguments} is null
 */
@SuppressWarnings("ArrayRecordComponent") // arguments of a method call; executions are never compared
record Execution(
        Delivery delivery,
        Instant begun,
        LogContext context,
        AckAttributes acks,
        Tracking tracking,
        Children children,
        RunningTask running,
        RunTrace trace,
        TaskDefinition definition,
        TaskArguments arguments,
        Object[] bound) {

    Execution(Delivery delivery, Instant begun, AckAttributes acks, Tracking tracking, TaskDefinition definition) {
        this(
                delivery,
                begun,
                TaskContext.of(delivery.message()),
                acks,
                tracking,
                new Children(tracking.keepsChildren()),
                null,
                RunTrace.NONE,
                definition,
                null,
                null);
    }

    Execution withRunning(RunningTask known) {
        return new Execution(
                delivery, begun, context, acks, tracking, children, known, trace, definition, arguments, bound);
    }

    Execution withArguments(TaskArguments read, Object[] byParameter) {
        return new Execution(
                delivery, begun, context, acks, tracking, children, running, trace, definition, read, byParameter);
    }

    /** A copy whose log context names its place in this trace. */
    Execution tracedBy(RunTrace started) {
        return new Execution(
                delivery,
                begun,
                started.in(context),
                acks,
                tracking,
                children,
                running,
                started,
                definition,
                arguments,
                bound);
    }

    /** A copy whose failure is always recorded. */
    Execution keepingFailure() {
        Tracking kept = tracking.keepingFailure();
        return new Execution(
                delivery, begun, context, acks, kept, children, running, trace, definition, arguments, bound);
    }

    TaskMessage message() {
        return delivery.message();
    }

    /**
     * The time from when the task was due until a worker received it. It is never negative, even if the clocks of two
     * machines differ.
     */
    Duration waited() {
        Duration waited = Duration.between(delivery.due(), begun);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
