package no.abakus.tasks.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** Marks a span as failed. */
final class Failures {

    private Failures() {}

    /** The exception's message is not in the status: messages may contain secrets, and log lines redact them. */
    static void mark(Span span, Throwable thrown) {
        span.setAttribute("error.type", thrown.getClass().getName());
        span.setStatus(StatusCode.ERROR);
    }
}
