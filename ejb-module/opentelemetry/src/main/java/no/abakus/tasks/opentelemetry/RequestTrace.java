package no.abakus.tasks.opentelemetry;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import no.abakus.logging.LogContext;

/**
 * Adds the server's own span to the log context of a request. The servlet filter of {@code abakus-web-filter} runs
 * before the server has started this span, so the filter knows only a trace that the caller has started.
 */
@Provider
@Priority(RequestTrace.AFTER_THE_SERVERS_OWN)
public final class RequestTrace implements ContainerRequestFilter {

    static final int AFTER_THE_SERVERS_OWN = Priorities.USER + 1000;

    /** Whether this server has OpenTelemetry. JAX-RS finds this class also on servers without it. */
    private static final boolean HAS_OPENTELEMETRY = isPresent();

    private static boolean isPresent() {
        try {
            Class.forName("io.opentelemetry.api.trace.Span", false, RequestTrace.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (HAS_OPENTELEMETRY) {
            LogEntries.ofCurrent().forEach(LogContext::put);
        }
    }
}
