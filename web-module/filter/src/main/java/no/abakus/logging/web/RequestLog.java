package no.abakus.logging.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * One request, from its first thread to its last: the context that these threads see, and the one line that says how
 * the request ended. As a listener, it follows the request through asynchronous cycles. Only one thread uses this
 * object at a time, because the container passes the request from thread to thread.
 */
final class RequestLog implements AsyncListener {
    private static final Log log = Log.get(LogContextFilter.class);

    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean requestEvents;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile LogContext context;
    private volatile boolean async;
    /** How the filter noticed that the client is gone; null as long as the client seems to be there. */
    private volatile String gone;
    /** Whether it was the response that could not be written. */
    private volatile boolean unwritten;

    RequestLog(
            HttpServletRequest request,
            HttpServletResponse response,
            LogContext context,
            boolean requestEvents,
            LongSupplier nanoTime) {
        this.request = request;
        this.response = response;
        this.context = context;
        this.requestEvents = requestEvents;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    /** Makes this thread see the request's context. */
    LogScope open() {
        response.setHeader("X-Request-ID", String.valueOf(context.get(RequestContext.REQUEST_ID)));
        return LogContext.replace(context);
    }

    /** Keeps the entries that this thread has bound, so that the request's next thread sees them. */
    void keepContext() {
        rebindUser();
        context = LogContext.current();
    }

    /** @param refusedId the invalid id that the caller sent; null if it sent none */
    void started(String refusedId) {
        if (requestEvents && refusedId == null) {
            log.info("request_started");
        } else if (requestEvents) {
            log.info("request_started", "refused_request_id", refusedId);
        }
    }

    /** Logs the end of the request, unless it continues asynchronously or its end is already logged. */
    void finishedUnlessAsync() {
        if (!async && request.isAsyncStarted()) {
            followUnobserved();
        }
        if (!async) {
            finished();
        }
    }

    /**
     * Follows an asynchronous cycle that the wrapper did not see, because the application has unwrapped the request.
     */
    private void followUnobserved() {
        try {
            follow(request.getAsyncContext());
        } catch (IllegalStateException overAlready) {
            finished();
        }
    }

    /** Notes that the body could not be read completely. */
    void unreadable(Throwable failure) {
        if (gone == null && ClientGone.isClients(failure)) {
            gone = ClientGone.describe(failure);
            LogContext.put(ClientGone.KEY, gone);
        }
    }

    /** Notes that the response could not be written completely. */
    void unwritable(Throwable failure) {
        if (ClientGone.isReadersFault(failure)) {
            unwritten = true;
            unreadable(failure);
        }
    }

    void failed(Throwable thrown) {
        // Such a failure may come from a stream that is not observed.
        ClientGone.abort(thrown).ifPresent(this::unwritable);
        if (gone != null && ClientGone.hasIoException(thrown)) {
            finished();
        } else if (ended.compareAndSet(false, true)) {
            log.error("request_failed", thrown, "code", SERVER_ERROR, "duration_ms", durationMillis());
        }
    }

    /** Follows the request after this thread has left it. */
    void follow(AsyncContext cycle) {
        cycle.addListener(this);
        async = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A new cycle starts without the listeners of the previous one.
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        try (LogScope scope = LogContext.replace(context)) {
            rebindUser();
            finished();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        try (LogScope scope = LogContext.replace(context)) {
            rebindUser();
            failed(event.getThrowable());
        }
    }

    /**
     * Does nothing. The container responds to a timeout with an error and completes the request, which is then logged.
     */
    @Override
    public void onTimeout(AsyncEvent event) {}

    private void finished() {
        if (!ended.compareAndSet(false, true) || !requestEvents) {
            return;
        }
        int code = response.getStatus();
        if (gone != null) {
            finishedWithoutClient(code);
            return;
        }
        Object[] fields = {"code", code, "duration_ms", durationMillis()};
        if (code >= SERVER_ERROR) {
            log.error("request_finished", fields);
        } else if (code >= CLIENT_ERROR) {
            log.warning("request_finished", fields);
        } else {
            log.info("request_finished", fields);
        }
    }

    /**
     * Logs the end of a request whose client is gone. Whatever the application responded, this is not a failure on our
     * side. It is not a success either, because no whole response reached the client. The only response that may have
     * reached the client is a refusal, sent before the upload ended.
     */
    private void finishedWithoutClient(int answered) {
        boolean refused = !unwritten && answered >= CLIENT_ERROR && answered < SERVER_ERROR;
        log.warning(
                "request_finished",
                "code",
                refused ? answered : ClientGone.CODE,
                "duration_ms",
                durationMillis(),
                ClientGone.KEY,
                gone);
    }

    /** Binds the user again, because some applications authenticate in a way that no wrapper sees. */
    private void rebindUser() {
        String user = RequestContext.user(request);
        if (user != null && !Objects.equals(user, LogContext.current().get(RequestContext.CURRENT_USER))) {
            LogContext.put(RequestContext.CURRENT_USER, user);
        }
    }

    private double durationMillis() {
        return Math.floor((nanoTime.getAsLong() - startedAt) / NANOS_PER_MICRO) / MICROS_PER_MILLI;
    }
}
