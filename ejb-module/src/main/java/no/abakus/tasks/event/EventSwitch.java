package no.abakus.tasks.event;

/** Whether this node publishes monitoring events. Thread-safe. */
public interface EventSwitch {

    /** Whether events are published. */
    boolean isOn();

    /** Starts or stops publishing events. */
    void turn(boolean on);

    /** How many events were dropped, because there were too many or nobody took them. */
    long dropped();
}
