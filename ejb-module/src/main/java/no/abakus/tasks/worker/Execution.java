package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.logging.LogContext;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;

/**
 * All that is known of one execution; what a step finds out it hands on in a copy.
 *
 * @param delivery the message as it came
 * @param begun when the worker got it
 * @param context the log context that the task runs in
 * @param definition the task; null until {@link ResolveTask} has found it
 * @param arguments its arguments; null until {@link DecodeArguments} has read them
 * @param bound the arguments by parameter; null until then too
 */
@SuppressWarnings("ArrayRecordComponent") // what a method is called with; executions are never compared
record Execution(
        Delivery delivery,
        Instant begun,
        LogContext context,
        TaskDefinition definition,
        TaskArguments arguments,
        Object[] bound) {

    Execution(Delivery delivery, Instant begun) {
        this(delivery, begun, TaskContext.of(delivery.message()), null, null, null);
    }

    Execution withDefinition(TaskDefinition found) {
        return new Execution(delivery, begun, context, found, arguments, bound);
    }

    Execution withArguments(TaskArguments read, Object[] byParameter) {
        return new Execution(delivery, begun, context, definition, read, byParameter);
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
