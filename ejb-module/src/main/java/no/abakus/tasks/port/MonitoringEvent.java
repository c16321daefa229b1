package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Map;

/**
 * An event for monitoring tools; {@code docs/events.md} lists the types and their fields.
 *
 * @param type the type's name in Celery, such as {@code task-succeeded}
 * @param node the node where the event happened
 * @param at when it happened
 * @param fields its data by name: strings, numbers and booleans, never null
 */
public record MonitoringEvent(String type, String node, Instant at, Map<String, Object> fields) {}
