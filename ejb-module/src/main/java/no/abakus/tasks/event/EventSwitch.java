package no.abakus.tasks.event;

/** Switches the monitoring events of this node on and off. Thread-safe. */
public interface EventSwitch {

    /** Whether events are published. */
    boolean isOn();

    /** Starts or stops publishing events. */
    void turn(boolean on);

    /** The number of events that were dropped because too many were waiting or the broker was unreachable. */
    long dropped();
}
