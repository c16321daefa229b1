package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** Marks a span as failed. */
final class Failures {

    private Failures() {}

    /**
     * Marks the span without the exception's message, because messages may contain secrets, and only log lines redact
     * secrets.
     */
    static void mark(Span span, Throwable thrown) {
        span.setAttribute("error.type", thrown.getClass().getName());
        span.setStatus(StatusCode.ERROR);
    }
}
