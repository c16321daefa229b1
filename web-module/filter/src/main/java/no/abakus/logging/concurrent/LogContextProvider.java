package no.abakus.logging.concurrent;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * Makes the log context a kind of thread context: work sees the context of the thread that submitted it, and afterwards
 * the thread it ran on has its own again. A {@code @ContextServiceDefinition} may name {@link #TYPE} to clear it or
 * leave it unchanged. It is propagated with all remaining kinds, which is the default. Thread-safe.
 */
public final class LogContextProvider implements ThreadContextProvider {
    /** The name of the log context among the kinds of thread context. */
    public static final String TYPE = "no.abakus.LogContext";

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(LogContext.current());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(LogContext.empty());
    }

    @Override
    public String getThreadContextType() {
        return TYPE;
    }

    private static ThreadContextSnapshot snapshot(LogContext context) {
        return () -> {
            LogScope scope = LogContext.replace(context);
            ThreadContextRestorer restorer = scope::close;
            return restorer;
        };
    }
}
