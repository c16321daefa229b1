package no.abakus.tasks.port;

import java.util.List;

/** Publishes monitoring events to all listeners, if any. Thread-safe. */
@FunctionalInterface
public interface MonitoringChannel {

    /**
     * Sends the events in this order.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not accept them
     */
    void tell(List<MonitoringEvent> events);
}
