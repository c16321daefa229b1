package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Writes a span's ids to the headers of a task and reads them from there: {@code traceparent} and {@code tracestate} of
 * W3C Trace Context. The headers become message properties with these names. The OpenTelemetry agent uses the same
 * properties.
 */
final class MessageHeaders {

    /** The standard requires every system to pass on a state of this length. A longer state is dropped, not cut. */
    private static final int LONGEST_STATE = 512;

    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();

    private MessageHeaders() {}

    static Map<String, String> of(Context context) {
        Map<String, String> headers = new LinkedHashMap<>();
        FORM.inject(context, headers, (carrier, name, value) -> {
            if (carrier != null && value.length() <= LONGEST_STATE) {
                carrier.put(name, value);
            }
        });
        return headers;
    }

    /** Returns the context of the send. It has no span if the message has no valid headers. */
    static Context read(TaskMessage message, TextMapGetter<TaskMessage> getter) {
        return FORM.extract(Context.root(), message, getter);
    }
}
