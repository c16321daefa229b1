package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened, told to whoever watches the system: {@code docs/events.md} lists the kinds and their fields.
 *
 * @param type its kind, by Celery's name, such as {@code task-succeeded}
 * @param node the node that it happened on
 * @param at when
 * @param fields what is told of it: texts, numbers, booleans, by name; none is null
 */
public record MonitoringEvent(String type, String node, Instant at, Map<String, Object> fields) {}
