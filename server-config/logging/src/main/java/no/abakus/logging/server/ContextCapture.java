package no.abakus.logging.server;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Lets every record pass, after copying the calling thread's context and the formatted message into it. An asynchronous
 * handler calls its filter on the logging thread but formats on another thread, where the context would be lost without
 * this filter. Records of {@link no.abakus.logging.Log} always carry their context.
 *
 * <p>On WildFly: {@code
 * /subsystem=logging/filter=ABAKUS:add(module=no.abakus.logging,class=no.abakus.logging.server.ContextCapture)} and
 * {@code filter-spec="ABAKUS"} on the async-handler. Thread-safe.
 */
public final class ContextCapture implements Filter {
    private final ServerLines lines;

    /** Creates a filter with the settings of this process. */
    public ContextCapture() {
        this(ServerLines.shared());
    }

    ContextCapture(ServerLines lines) {
        this.lines = lines;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        lines.capture(record);
        return true;
    }
}
