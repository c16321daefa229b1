package no.abakus.web.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Headers for the answers of an API that is no page: nothing is guessed, framed, run, referred to or kept. */
public final class ApiHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private ApiHeaders() {}

    /** Sets them, before anything is answered. */
    public static void set(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
