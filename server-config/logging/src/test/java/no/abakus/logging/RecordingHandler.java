package no.abakus.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records what one logger publishes until it is closed. */
final class RecordingHandler extends Handler implements AutoCloseable {
    final List<LogRecord> records = new ArrayList<>();
    private final Logger logger;

    RecordingHandler(String logger, Level level) {
        this.logger = Logger.getLogger(logger);
        this.logger.setUseParentHandlers(false);
        this.logger.setLevel(level);
        this.logger.addHandler(this);
        setLevel(Level.ALL);
    }

    LogRecord only() {
        if (records.size() != 1) {
            throw new AssertionError("expected one record but there are " + records.size());
        }
        return records.get(0);
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }
}
