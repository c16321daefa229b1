package no.abakus.logging.agent;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;

/** Turns a printed line into an event with the context of the thread that printed it. Thread-safe. */
final class PrintedLine implements Consumer<String> {
    private final String logger;
    private final Level level;
    private final Consumer<LogRecord> target;

    PrintedLine(String logger, Level level, Consumer<LogRecord> target) {
        this.logger = logger;
        this.level = level;
        this.target = target;
    }

    @Override
    public void accept(String text) {
        LogRecord record = new LogRecord(level, text);
        record.setLoggerName(logger);
        record.setParameters(new Object[] {LogEvent.captured(text, LogContext.current())});
        target.accept(record);
    }
}
