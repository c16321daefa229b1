package no.abakus.web.undertow;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.util.HashMap;
import java.util.Map;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyProblem;

/** How the servlets see the body of an exchange. */
record Body(HttpServerExchange exchange) {

    /** They see none, for it is not to be read; the connection ends with the answer. */
    void leave(BodyProblem why) {
        mark(why);
        if (!exchange.isRequestComplete()) {
            exchange.setPersistent(false);
            // Whoever has the channel reads the body. Servlets that find it taken see an empty one, and have nothing to
            // drain.
            exchange.getRequestChannel();
        }
    }

    /** They see these bytes. */
    void give(byte[] bytes) {
        mark(null);
        if (bytes.length > 0) {
            Connectors.ungetRequestBytes(exchange, new HeapBuffer(bytes));
            Connectors.resetRequestChannel(exchange);
        }
    }

    /** Tells the login of the application that the body has been dealt with. */
    void mark(BodyProblem why) {
        Map<String, String> attributes = exchange.getAttachment(HttpServerExchange.REQUEST_ATTRIBUTES);
        if (attributes == null) {
            attributes = new HashMap<>();
            exchange.putAttachment(HttpServerExchange.REQUEST_ATTRIBUTES, attributes);
        }
        attributes.put(BodyGate.DONE, "true");
        if (why != null) {
            attributes.put(BodyProblem.ATTRIBUTE, why.name());
        }
    }
}
