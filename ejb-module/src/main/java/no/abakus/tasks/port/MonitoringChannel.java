package no.abakus.tasks.port;

import java.util.List;

/** Carries monitoring events to whoever is listening, if anyone. Thread-safe. */
@FunctionalInterface
public interface MonitoringChannel {

    /**
     * Sends the events in this order.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not accept them
     */
    void tell(List<MonitoringEvent> events);
}
