package no.abakus.logging.server;

import java.util.Map;
import java.util.logging.LogRecord;

/**
 * The differences between log managers: how a record's message is formatted, and which diagnostic context a record has.
 */
interface RecordReader {
    /** Returns the message of a record that does not come from {@link no.abakus.logging.Log}; never throws. */
    String message(LogRecord record);

    /** Returns the entries of the server's own diagnostic context; never null. */
    Map<String, ?> foreignContext(LogRecord record);

    /**
     * Replaces the record's message with this finished message, which is not formatted again, and appends a parameter.
     */
    void seal(LogRecord record, String message, Object parameter);

    /** Returns the reader for the log manager that this class can see. */
    static RecordReader forThisServer() {
        JulRecordReader jul = new JulRecordReader();
        try {
            Class.forName("org.jboss.logmanager.ExtLogRecord", false, RecordReader.class.getClassLoader());
            return new JBossRecordReader(jul);
        } catch (ClassNotFoundException | LinkageError plainJul) {
            return jul;
        }
    }
}
