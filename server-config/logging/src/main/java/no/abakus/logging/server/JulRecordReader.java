package no.abakus.logging.server;

import java.util.Arrays;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads records of {@code java.util.logging}, including Payara's. */
final class JulRecordReader implements RecordReader {
    private final MessageFormatter formatter = new MessageFormatter();

    @Override
    public String message(LogRecord record) {
        try {
            // Many of Payara's loggers pass a key as the message, and only the logger knows the bundle that translates
            // it.
            if (record.getResourceBundle() == null && record.getLoggerName() != null && record.getMessage() != null) {
                Logger logger = LogManager.getLogManager().getLogger(record.getLoggerName());
                if (logger != null) {
                    record.setResourceBundle(logger.getResourceBundle());
                }
            }
            return formatter.formatMessage(record);
        } catch (RuntimeException | StackOverflowError unformattable) {
            return record.getMessage();
        }
    }

    @Override
    public Map<String, ?> foreignContext(LogRecord record) {
        return Map.of();
    }

    @Override
    public void seal(LogRecord record, String message, Object parameter) {
        record.setMessage(message);
        record.setResourceBundle(null);
        record.setParameters(appended(record.getParameters(), parameter));
    }

    static Object[] appended(Object[] parameters, Object last) {
        int count = parameters == null ? 0 : parameters.length;
        Object[] more = count == 0 ? new Object[1] : Arrays.copyOf(parameters, count + 1, Object[].class);
        more[count] = last;
        return more;
    }

    private static final class MessageFormatter extends Formatter {
        @Override
        public String format(LogRecord record) {
            return formatMessage(record);
        }
    }
}
