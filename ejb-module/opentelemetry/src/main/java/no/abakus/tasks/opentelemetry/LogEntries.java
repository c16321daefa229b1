package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the ids of a span into entries of the log context. The web filter uses the same names. */
final class LogEntries {

    private LogEntries() {}

    /** Returns the entries for the calling thread's current span. */
    static Map<String, String> ofCurrent() {
        return of(Span.current().getSpanContext());
    }

    static Map<String, String> of(SpanContext span) {
        if (!span.isValid()) {
            return Map.of();
        }
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("trace_id", span.getTraceId());
        entries.put("span_id", span.getSpanId());
        return entries;
    }
}
