package no.abakus.logging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.LogEvent;

/** Records the events of the filter while open: each as its name, level, fields and exception. */
final class RecordedEvents extends Handler implements AutoCloseable {
    record Recorded(String event, Level level, Map<String, Object> fields, Throwable thrown) {}

    final List<Recorded> events = new ArrayList<>();
    private final Logger logger = Logger.getLogger(LogContextFilter.class.getName());

    RecordedEvents() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> names() {
        return events.stream().map(Recorded::event).toList();
    }

    Recorded first() {
        return events.get(0);
    }

    Recorded last() {
        return events.get(events.size() - 1);
    }

    @Override
    public void publish(LogRecord record) {
        LogEvent event = LogEvent.of(record);
        events.add(new Recorded(event.event(), record.getLevel(), event.merged().toMap(), record.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
