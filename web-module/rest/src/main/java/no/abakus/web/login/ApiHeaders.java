package no.abakus.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * Headers for the responses of an API. Browsers must not frame or cache such a response, guess its type, run scripts in
 * it or send referrers from it. A browser that has used TLS must use it for the next year.
 */
public final class ApiHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private static final String ONLY_TLS = "Strict-Transport-Security";
    private static final String FOR_A_YEAR = "max-age=31536000";

    private ApiHeaders() {}

    /** Sets the headers. Call this before anything is written to the response. */
    public static void set(HttpServletRequest request, HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
        // Browsers ignore the header without TLS, and a server that has no TLS must not claim it.
        if (request.isSecure()) {
            response.setHeader(ONLY_TLS, FOR_A_YEAR);
        }
    }
}
