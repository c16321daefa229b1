package no.abakus.logging.concurrent;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * Makes the log context one of the types of thread context that Jakarta Concurrency propagates. Work sees the context
 * of the thread that submitted the work. Afterwards, the thread that ran the work gets its own context back. A {@code
 * @ContextServiceDefinition} may name {@link #TYPE} to clear the log context or leave it unchanged. By default, it is
 * propagated with all remaining types. Thread-safe.
 */
public final class LogContextProvider implements ThreadContextProvider {
    /** The name of the log context among the types of thread context. */
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
