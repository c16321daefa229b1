package no.abakus.tasks.console.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tells long responses whether their user is still logged in. */
public final class LoggedIn {

    private LoggedIn() {}

    /**
     * Returns a supplier that says whether the session of this request is still valid. For a request with name and
     * password, or without a session cookie, it always says true.
     */
    public static BooleanSupplier watch(HttpServletRequest request, ServletContext context) {
        SessionTickets tickets = (SessionTickets) context.getAttribute(SessionTickets.ATTRIBUTE);
        Optional<String> cookie = SessionCookie.in(String.join("; ", Collections.list(request.getHeaders("Cookie"))));
        if (request.getHeader("Authorization") != null || cookie.isEmpty()) {
            return () -> true;
        }
        return () -> tickets.read(cookie.get()).isPresent();
    }
}
