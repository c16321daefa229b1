package no.abakus.web.body;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Requests that the container dispatches again when their body has arrived. By then, Payara has ended CDI's request
 * scope and starts no other scope, so this class starts a scope if there is none.
 */
public final class TakenUp {

    private static final String WAITED = TakenUp.class.getName();

    private TakenUp() {}

    /** Notes that this request will be dispatched again. */
    static void expect(ServletRequest request) {
        request.setAttribute(WAITED, true);
    }

    /** Continues along the chain. Activates a request scope if the request has waited for its body. */
    public static void proceed(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(WAITED) == null) {
            chain.doFilter(request, response);
            return;
        }
        request.removeAttribute(WAITED);
        RequestContextController scope = scope();
        boolean begun = scope != null && scope.activate();
        try {
            chain.doFilter(request, response);
        } finally {
            if (begun) {
                scope.deactivate();
            }
        }
    }

    private static RequestContextController scope() {
        try {
            return CDI.current().select(RequestContextController.class).get();
        } catch (IllegalStateException noCdi) {
            return null;
        }
    }
}
