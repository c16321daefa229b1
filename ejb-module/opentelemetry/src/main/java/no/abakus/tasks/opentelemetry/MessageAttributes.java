package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.SpanBuilder;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The span attributes of OpenTelemetry's conventions for messaging, and those of tasks. Attributes of tasks have the
 * same names as in the metrics.
 */
enum MessageAttributes {
    SEND("send"),
    PROCESS("process");

    private final String operation;

    MessageAttributes(String operation) {
        this.operation = operation;
    }

    /** Adds the attributes to a span. */
    SpanBuilder on(SpanBuilder span, TaskMessage message, Route route) {
        return span.setAttribute("messaging.system", "jms")
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.operation.type", operation)
                .setAttribute("messaging.destination.name", route.queue())
                .setAttribute("messaging.message.id", message.id())
                .setAttribute("messaging.message.conversation_id", message.rootId())
                .setAttribute("abakus.task.name", message.task())
                .setAttribute("abakus.task.retries", message.retries());
    }
}
