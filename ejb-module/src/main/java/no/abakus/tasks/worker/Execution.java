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

/**
 * All that is known of one execution; what a step finds out it hands on in a copy.
 *
 * @param delivery the message as it came
 * @param begun when the worker got it
 * @param context the log context that the task runs in
 * @param acks when its message is acknowledged, and what a crash does
 * @param tracking what is to be kept of it
 * @param children takes the ids of what it sends; shared by all copies
 * @param running how it is known while it runs; null until {@link TrackRunning} has made it known
 * @param definition the task; null until {@link ResolveTask} has found it
 * @param arguments its arguments; null until {@link DecodeArguments} has read them
 * @param bound the arguments by parameter; null until then too
 */
@SuppressWarnings("ArrayRecordComponent") // what a method is called with; executions are never compared
record Execution(
        Delivery delivery,
        Instant begun,
        LogContext context,
        AckAttributes acks,
        Tracking tracking,
        Children children,
        RunningTask running,
        TaskDefinition definition,
        TaskArguments arguments,
        Object[] bound) {

    Execution(Delivery delivery, Instant begun, AckAttributes acks, Tracking tracking) {
        this(
                delivery,
                begun,
                TaskContext.of(delivery.message()),
                acks,
                tracking,
                new Children(tracking.keepsChildren()),
                null,
                null,
                null,
                null);
    }

    Execution withDefinition(TaskDefinition found) {
        return new Execution(delivery, begun, context, acks, tracking, children, running, found, arguments, bound);
    }

    Execution withRunning(RunningTask known) {
        return new Execution(delivery, begun, context, acks, tracking, children, known, definition, arguments, bound);
    }

    Execution withArguments(TaskArguments read, Object[] byParameter) {
        return new Execution(
                delivery, begun, context, acks, tracking, children, running, definition, read, byParameter);
    }

    /** The same, of which what it fails by is kept in any case. */
    Execution keepingFailure() {
        Tracking kept = tracking.keepingFailure();
        return new Execution(delivery, begun, context, acks, kept, children, running, definition, arguments, bound);
    }

    TaskMessage message() {
        return delivery.message();
    }

    /** How long it waited from the instant it was due; clocks of two machines may differ, but time never ran back. */
    Duration waited() {
        Duration waited = Duration.between(delivery.due(), begun);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
