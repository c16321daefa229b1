package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a place in a trace into entries of the log context, with the names that the web filter uses too. */
final class LogEntries {

    private LogEntries() {}

    /** Returns the entries for the place of the calling thread. */
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
