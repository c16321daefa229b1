package no.abakus.web.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import jakarta.servlet.ServletContext;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.Intake;

/** Calls the servlets when the body has arrived, or immediately if the body will not be read. */
final class BodyHandler implements HttpHandler {

    private final HttpHandler servlets;
    private final ServletContext context;
    private final Threads threads;

    BodyHandler(HttpHandler servlets, ServletContext context, Threads threads) {
        this.servlets = servlets;
        this.context = context;
        this.threads = threads;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // A filter of the application has set this attribute before the first request.
        BodyGate gate = (BodyGate) context.getAttribute(BodyGate.ATTRIBUTE);
        Intake intake = gate == null ? null : gate.intake();
        if (intake == null) {
            servlets.handleRequest(exchange);
        } else if (isUrgent(exchange, gate)) {
            new Body(exchange).leave(null);
            exchange.dispatch(threads.urgent(), servlets);
        } else {
            withBody(exchange, gate, intake);
        }
    }

    private static boolean isUrgent(HttpServerExchange exchange, BodyGate gate) {
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        return reads && gate.isUrgent(path(exchange));
    }

    /** Returns the undecoded path below the application's path; empty if the URI does not start with that path. */
    private static String path(HttpServerExchange exchange) {
        // An absolute URI starts with its scheme and host, so its path counts as empty.
        String uri = exchange.getRequestURI();
        String context = exchange.getResolvedPath();
        return uri.startsWith(context) ? uri.substring(context.length()) : "";
    }

    private void withBody(HttpServerExchange exchange, BodyGate gate, Intake intake) throws Exception {
        Body body = new Body(exchange);
        if (exchange.isRequestComplete()) {
            body.mark(null);
            servlets.handleRequest(exchange);
        } else if (!gate.isExpected(path(exchange), new RequestHeaders(exchange)::get)) {
            body.leave(null);
            servlets.handleRequest(exchange);
        } else if (intake.announced(exchange.getRequestContentLength()) == Intake.Next.REFUSE) {
            body.leave(intake.problem());
            servlets.handleRequest(exchange);
        } else {
            new Arrival(body, intake, gate, servlets, threads).begin();
        }
    }
}
