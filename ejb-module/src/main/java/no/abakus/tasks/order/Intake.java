package no.abakus.tasks.order;

/** Whether this node takes new tasks; while it does not, arriving tasks go back to the broker. Thread-safe. */
public final class Intake {

    private volatile boolean isOpen = true;

    /** Whether the node takes new tasks. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Takes new tasks from now on. */
    public void open() {
        isOpen = true;
    }

    /** Takes no new tasks from now on. */
    public void close() {
        isOpen = false;
    }
}
