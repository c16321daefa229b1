package no.abakus.web.undertow;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.util.HashMap;
import java.util.Map;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyProblem;

/** The body of an exchange as the servlets see it. */
record Body(HttpServerExchange exchange) {

    /** Hides the body from the servlets, because it will not be read. The connection ends with the response. */
    void leave(BodyProblem why) {
        mark(why);
        if (!exchange.isRequestComplete()) {
            exchange.setPersistent(false);
            // Only the code that takes the channel reads the body. Once the channel is taken, the servlets see an empty
            // body and have nothing to drain.
            exchange.getRequestChannel();
        }
    }

    /** Gives these bytes to the servlets as the body. */
    void give(byte[] bytes) {
        mark(null);
        if (bytes.length > 0) {
            Connectors.ungetRequestBytes(exchange, new HeapBuffer(bytes));
            Connectors.resetRequestChannel(exchange);
        }
    }

    /** Tells the application's login filter that the body has been handled. */
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
