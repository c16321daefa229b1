package no.abakus.logging.concurrent;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * The log context as a kind of thread context: work sees that of the thread that submitted it, and the thread it runs on sees its own
 * again afterwards. A {@code @ContextServiceDefinition} may name its {@link #TYPE} to clear it or leave it unchanged; among all
 * remaining kinds, which is the default, it is propagated. Thread-safe.
 */
public final class LogContextProvider implements ThreadContextProvider {
    /** What the log context is called among the kinds of thread context. */
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
