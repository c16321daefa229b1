package no.abakus.logging.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.RequestLevel;

/**
 * Binds the user and the request to the log context for the duration of the request, returns the request's id in {@code
 * X-Request-ID}, and, by default, logs the start and the end of the request. The keys are, in this order, {@code
 * request_id}, {@code current_user}, {@code request_method}, {@code request_path}, {@code ip}, {@code system}, {@code
 * version}, {@code environment}, and also {@code trace_id} and {@code span_id} if the caller sent a valid {@code
 * traceparent}. A filter that knows the user better sets the user with {@code LogContext.put("current_user", name)}.
 *
 * <p>{@link LogContextInitializer} registers this filter. A web.xml may declare the filter, too, because the filter
 * handles a request only once. Thread-safe.
 */
public final class LogContextFilter implements Filter {
    private static final String HANDLED = LogContextFilter.class.getName() + ".handled";

    /** The name of a server's servlet for files, on Undertow and on Catalina. */
    private static final String SERVERS_OWN = "default";

    private final WebSettings settings;
    private final Supplier<String> ids;
    private final LongSupplier nanoTime;

    /** Creates a filter with the settings of this process, random request ids and the system clock. */
    public LogContextFilter() {
        this(WebSettings.configured(), () -> UUID.randomUUID().toString(), System::nanoTime);
    }

    LogContextFilter(WebSettings settings, Supplier<String> ids, LongSupplier nanoTime) {
        this.settings = settings;
        this.ids = ids;
        this.nanoTime = nanoTime;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        Object handled = request.getAttribute(HANDLED);
        if (handled == null) {
            begin(http, answer, chain);
        } else if (handled instanceof RequestLog requestLog && isTakenUpAgain(http)) {
            resume(requestLog, http, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Returns whether the container has dispatched the request again, after an asynchronous wait or after an error. */
    private static boolean isTakenUpAgain(HttpServletRequest request) {
        return switch (request.getDispatcherType()) {
            case ASYNC, ERROR -> true;
            default -> false;
        };
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogContext context = RequestContext.of(request, settings, ids);
        RequestLog requestLog = new RequestLog(request, response, context, settings.requestEvents(), nanoTime);
        request.setAttribute(HANDLED, requestLog);
        try (LogScope scope = requestLog.open()) {
            RequestLevel.bind(RequestContext.user(request), request.getHeader(RequestLevel.HEADER));
            requestLog.started(RequestContext.refusedId(request));
            proceed(requestLog, request, response, chain);
        }
    }

    private static void resume(
            RequestLog requestLog, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (LogScope scope = requestLog.open()) {
            proceed(requestLog, request, response, chain);
        }
    }

    private static void proceed(
            RequestLog requestLog, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new ObservedRequest(request, requestLog), observed(requestLog, request, response));
            requestLog.keepContext();
            requestLog.finishedUnlessAsync();
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            requestLog.keepContext();
            requestLog.failed(failure);
            throw failure;
        }
    }

    /**
     * Returns the response to pass on. The server's own servlet sends files without copying them. It can do so only
     * with the server's own stream, so its response is not wrapped.
     */
    private static HttpServletResponse observed(
            RequestLog requestLog, HttpServletRequest request, HttpServletResponse response) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        return mapping != null && SERVERS_OWN.equals(mapping.getServletName())
                ? response
                : new ObservedResponse(response, requestLog::unwritable);
    }
}
