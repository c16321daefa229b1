package no.abakus.logging.slf4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/**
 * An SLF4J logger. It logs message and exception as any binding does, key-value pairs as typed fields, and markers as a
 * list.
 */
final class Slf4jLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final String MARKERS = "markers";

    private final transient Log log;
    /** Null if the log manager attaches the MDC's entries to each record. */
    private final transient MDCAdapter mdc;

    Slf4jLogger(String name, MDCAdapter mdc) {
        this.name = name;
        this.log = Log.get(name);
        this.mdc = mdc;
    }

    @Override
    public boolean isTraceEnabled() {
        return log.isEnabled(java.util.logging.Level.FINER);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarningEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return Slf4jLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
        Object[] fields = marker == null ? new Object[0] : new Object[] {MARKERS, List.of(marker.getName())};
        write(level, MessageFormatter.basicArrayFormat(pattern, arguments), thrown, fields);
    }

    @Override
    public void log(LoggingEvent event) {
        List<Object> fields = new ArrayList<>();
        if (event.getMarkers() != null && !event.getMarkers().isEmpty()) {
            fields.add(MARKERS);
            fields.add(event.getMarkers().stream().map(Marker::getName).toList());
        }
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                fields.add(pair.key);
                fields.add(pair.value);
            }
        }
        String message = MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
        write(event.getLevel(), message, event.getThrowable(), fields.toArray());
    }

    private void write(Level level, String message, Throwable thrown, Object[] fields) {
        log.log(level(level), LogEvent.captured(message, context(), fields), thrown);
    }

    private LogContext context() {
        Map<String, String> entries = mdc == null ? null : mdc.getCopyOfContextMap();
        LogContext context = LogContext.current();
        return entries == null || entries.isEmpty()
                ? context
                : LogContext.of(entries).withAll(context.toMap());
    }

    private static java.util.logging.Level level(Level level) {
        return switch (level) {
            case TRACE -> java.util.logging.Level.FINER;
            case DEBUG -> java.util.logging.Level.FINE;
            case INFO -> java.util.logging.Level.INFO;
            case WARN -> java.util.logging.Level.WARNING;
            case ERROR -> java.util.logging.Level.SEVERE;
        };
    }
}
