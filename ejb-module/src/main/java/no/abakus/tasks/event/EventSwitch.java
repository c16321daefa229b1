package no.abakus.tasks.event;

/** Whether this node tells monitoring events. Thread-safe. */
public interface EventSwitch {

    /** Whether it does. */
    boolean isOn();

    /** Has it do so, or not. */
    void turn(boolean on);

    /** How many events could not be told, because there were too many or nobody took them. */
    long dropped();
}
