package no.abakus.tasks.event;

/** Switches the monitoring events of this node on and off. Thread-safe. */
public interface EventSwitch {

    /** Whether events are published. */
    boolean isOn();

    /** Starts or stops publishing events. */
    void turn(boolean on);

    /** The number of events dropped because the list was full or the broker unreachable. */
    long dropped();
}
