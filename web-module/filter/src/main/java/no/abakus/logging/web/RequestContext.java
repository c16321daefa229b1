package no.abakus.logging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.abakus.logging.LogContext;

/** The entries that a request adds to its log context, and their order. Values from a client are checked or cut. */
final class RequestContext {
    static final String REQUEST_ID = "request_id";
    static final String CURRENT_USER = "current_user";

    private static final List<String> ID_HEADERS = List.of("X-Request-ID", "Request-Id");
    private static final Pattern VALID_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*+");
    private static final int LONGEST_REFUSED_ID = 128;
    private static final int LONGEST_METHOD = 32;
    private static final int LONGEST_PATH = 1024;

    private RequestContext() {}

    static LogContext of(HttpServletRequest request, WebSettings settings, Supplier<String> ids) {
        LogContext context = LogContext.empty()
                .with(REQUEST_ID, requestId(request, ids))
                .with(CURRENT_USER, user(request))
                .with("request_method", cut(request.getMethod(), LONGEST_METHOD))
                .with("request_path", path(request))
                .with("ip", address(request, settings))
                .with("system", settings.system())
                .with("version", settings.version())
                .with("environment", settings.environment());
        TraceParent parent = TraceParent.parse(request.getHeader("traceparent"));
        return parent == null
                ? context
                : context.with("trace_id", parent.traceId()).with("span_id", parent.spanId());
    }

    /** Returns the name of the logged-in user; null if there is none yet. */
    static String user(HttpServletRequest request) {
        try {
            Principal principal = request.getUserPrincipal();
            return principal == null ? null : principal.getName();
        } catch (RuntimeException unavailable) {
            // A container may throw after the request has ended. A log line must never make a request fail.
            return null;
        }
    }

    private static String requestId(HttpServletRequest request, Supplier<String> ids) {
        String given = givenId(request, true);
        return given == null ? ids.get() : given;
    }

    /** Returns the start of an id that the caller sent but that was not accepted; null if there is none. */
    static String refusedId(HttpServletRequest request) {
        return givenId(request, true) == null ? cut(givenId(request, false), LONGEST_REFUSED_ID) : null;
    }

    private static String givenId(HttpServletRequest request, boolean valid) {
        for (String header : ID_HEADERS) {
            String given = request.getHeader(header);
            if (given != null && !given.isEmpty() && VALID_ID.matcher(given).matches() == valid) {
                return given;
            }
        }
        return null;
    }

    /**
     * Returns the path without the query and without path parameters, because some clients put their session into path
     * parameters.
     */
    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        if (uri == null) {
            return null;
        }
        String bare = uri.indexOf(';') < 0 ? uri : PATH_PARAMETERS.matcher(uri).replaceAll("");
        return cut(bare, LONGEST_PATH);
    }

    private static String address(HttpServletRequest request, WebSettings settings) {
        String forwarded = settings.trustForwardedFor() ? ForwardedFor.lastAddress(request) : null;
        return forwarded == null ? request.getRemoteAddr() : forwarded;
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
