package no.abakus.web.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * Headers for the responses of an API, which browsers must not frame or cache. Browsers must not guess a response's
 * type, run scripts in it or send referrers from it either.
 */
public final class ApiHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private ApiHeaders() {}

    /** Sets the headers. Call this before anything is written to the response. */
    public static void set(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
