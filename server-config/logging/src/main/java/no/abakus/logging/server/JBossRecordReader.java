package no.abakus.logging.server;

import java.util.Map;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Reads records of JBoss LogManager: printf-style messages, and its MDC, which also holds SLF4J's entries. */
final class JBossRecordReader implements RecordReader {
    private final RecordReader jul;

    JBossRecordReader(RecordReader jul) {
        this.jul = jul;
    }

    @Override
    public String message(LogRecord record) {
        if (!(record instanceof ExtLogRecord extended)) {
            return jul.message(record);
        }
        try {
            return extended.getFormattedMessage();
        } catch (RuntimeException | StackOverflowError unformattable) {
            return record.getMessage();
        }
    }

    @Override
    public Map<String, ?> foreignContext(LogRecord record) {
        return record instanceof ExtLogRecord extended ? extended.getMdcCopy() : Map.of();
    }

    @Override
    public void seal(LogRecord record, String message, Object parameter) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
            extended.setParameters(JulRecordReader.appended(record.getParameters(), parameter));
        } else {
            jul.seal(record, message, parameter);
        }
    }
}
