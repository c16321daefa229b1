package no.abakus.tasks.spi;

import java.util.List;

/** Carries monitoring events to whoever listens now; nobody need. Thread-safe. */
@FunctionalInterface
public interface MonitoringChannel {

    /**
     * Tells them, in this order.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not take them
     */
    void tell(List<MonitoringEvent> events);
}
