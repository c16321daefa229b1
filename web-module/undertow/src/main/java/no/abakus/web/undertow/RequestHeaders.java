package no.abakus.web.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;

/** The headers of a request, as a login needs them. */
record RequestHeaders(HttpServerExchange exchange) {

    /**
     * Returns the last header of this name, because that is the one that our own proxy adds; null if there is none. All
     * cookies are joined into one header.
     */
    String get(String name) {
        HeaderValues values = exchange.getRequestHeaders().get(name);
        if (values == null) {
            return null;
        }
        return name.equals("Cookie") ? String.join("; ", values) : values.getLast();
    }
}
