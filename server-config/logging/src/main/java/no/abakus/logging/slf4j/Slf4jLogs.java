package no.abakus.logging.slf4j;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.LogManager;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The provider for SLF4J: loggers that write through {@code java.util.logging}, and the MDC of the log manager if it
 * has one.
 */
public final class Slf4jLogs implements SLF4JServiceProvider {
    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private MDCAdapter mdc;

    /** Creates the provider. Only SLF4J calls this. */
    public Slf4jLogs() {}

    @Override
    public void initialize() {
        // JBoss LogManager attaches its own MDC to each record. Other log managers have none, so our MDC must go into
        // the event.
        boolean ofLogManager = LogManager.getLogManager().getClass().getName().startsWith("org.jboss.logmanager.");
        mdc = ofLogManager ? new LogManagerMdc() : new BasicMDCAdapter();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, this::logger);
    }

    private Logger logger(String name) {
        return new Slf4jLogger(name, mdc instanceof LogManagerMdc ? null : mdc);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }
}
