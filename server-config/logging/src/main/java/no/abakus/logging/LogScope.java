package no.abakus.logging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A change to a thread's {@link LogContext} that lasts until the scope is closed. Closing it restores exactly the
 * context that the thread had before.
 *
 * <pre>{@code
 * try (var scope = LogContext.bind("order_id", 7)) {
 *     log.info("order_received");
 * }
 * }</pre>
 *
 * <p>Closing a scope twice does nothing. Closing a scope also closes the scopes opened inside it, so a forgotten inner
 * scope cannot leak into the next unit of work. Another thread may close a scope. The thread that opened the scope then
 * stops seeing the context, and the closing thread's own context is untouched.
 *
 * <p>Corresponds to structlog's {@code bound_contextvars}.
 */
public final class LogScope implements AutoCloseable {
    private static final VarHandle CLOSED = closedHandle();

    /**
     * Each thread's innermost scope, in an array of one element. Because of the array, opening and closing a scope need
     * only one thread-local lookup each. That lookup is the most expensive part. A pooled thread keeps only an empty
     * array, which refers to none of our classes.
     */
    private static final ThreadLocal<Object[]> SLOT = ThreadLocal.withInitial(() -> new Object[1]);

    private final LogScope enclosing;
    private LogContext context;

    @SuppressWarnings("UnusedVariable") // accessed through CLOSED
    private boolean closed;

    private LogScope(LogScope enclosing, LogContext context) {
        this.enclosing = enclosing;
        this.context = context;
    }

    static LogScope open(LogContext context) {
        Object[] slot = SLOT.get();
        LogScope scope = new LogScope(innermost(slot), context);
        slot[0] = scope;
        return scope;
    }

    static LogScope openWith(String key, Object value) {
        Object[] slot = SLOT.get();
        LogScope enclosing = innermost(slot);
        LogContext context = enclosing == null ? LogContext.empty() : enclosing.context;
        LogScope scope = new LogScope(enclosing, context.with(key, value));
        slot[0] = scope;
        return scope;
    }

    static LogContext currentContext() {
        LogScope scope = innermost(SLOT.get());
        return scope == null ? LogContext.empty() : scope.context;
    }

    static void rebind(String key, Object value) {
        LogScope scope = innermost(SLOT.get());
        // Without a scope, the value would never be removed, and the next unit of work on this thread would inherit it.
        if (scope != null) {
            scope.context = scope.context.with(key, value);
        }
    }

    /** Ends this scope and every scope opened inside it that is still open. Never throws. */
    @Override
    public void close() {
        CLOSED.setRelease(this, true);
        Object[] slot = SLOT.get();
        if (slot[0] == this) {
            slot[0] = enclosing;
        } else {
            innermost(slot);
        }
    }

    /**
     * Returns the innermost scope that this thread still has open, or null. Removes closed scopes, and the scopes
     * inside them.
     */
    private static LogScope innermost(Object[] slot) {
        LogScope top = (LogScope) slot[0];
        LogScope outermostClosed = null;
        for (LogScope scope = top; scope != null; scope = scope.enclosing) {
            if ((boolean) CLOSED.getAcquire(scope)) {
                outermostClosed = scope;
            }
        }
        if (outermostClosed == null) {
            return top;
        }
        slot[0] = outermostClosed.enclosing;
        return outermostClosed.enclosing;
    }

    private static VarHandle closedHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(LogScope.class, "closed", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
