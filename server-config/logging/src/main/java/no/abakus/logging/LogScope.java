package no.abakus.logging;

/**
 * An open addition to a thread's {@link LogContext}; closing it brings back exactly what the thread saw before.
 *
 * <pre>{@code
 * try (var scope = LogContext.bind("order_id", 7)) {
 *     log.info("order_received");
 * }
 * }</pre>
 *
 * <p>Closing twice does nothing. A scope that is closed while scopes opened inside it are still open closes those with it, so a
 * forgotten inner scope cannot leak into the next unit of work. A scope may be closed by another thread: the thread that opened
 * it stops seeing the context, the closing thread's own context is untouched.
 *
 * <p>Corresponds to structlog's {@code bound_contextvars}.
 */
public final class LogScope implements AutoCloseable {
    private static final ThreadLocal<LogScope> INNERMOST = new ThreadLocal<>();

    private final LogScope enclosing;
    private LogContext context;
    private volatile boolean closed;

    private LogScope(LogScope enclosing, LogContext context) {
        this.enclosing = enclosing;
        this.context = context;
    }

    static LogScope open(LogContext context) {
        LogScope scope = new LogScope(innermost(), context);
        INNERMOST.set(scope);
        return scope;
    }

    static LogContext currentContext() {
        LogScope scope = innermost();
        return scope == null ? LogContext.empty() : scope.context;
    }

    static void rebind(String key, Object value) {
        LogScope scope = innermost();
        // Without a scope nothing would ever take the value away again: the next unit of work on this thread would
        // inherit it.
        if (scope != null) {
            scope.context = scope.context.with(key, value);
        }
    }

    /** Ends this scope and every scope opened inside it that is still open. Never throws. */
    @Override
    public void close() {
        closed = true;
        innermost();
    }

    /** The innermost scope this thread still has open, or null; forgets the ones that were closed in the meantime. */
    private static LogScope innermost() {
        LogScope top = INNERMOST.get();
        if (top == null) {
            return null;
        }
        LogScope open = top.outermostClosed();
        if (open != null) {
            INNERMOST.set(open.enclosing);
            return open.enclosing;
        }
        return top;
    }

    private LogScope outermostClosed() {
        LogScope found = null;
        for (LogScope scope = this; scope != null; scope = scope.enclosing) {
            if (scope.closed) {
                found = scope;
            }
        }
        return found;
    }
}
