package no.abakus.tasks.order;

/** Whether this node takes new tasks; what comes while it does not, goes back to the broker. Thread-safe. */
public final class Intake {

    private volatile boolean isOpen = true;

    /** Whether it takes new tasks. */
    public boolean isOpen() {
        return isOpen;
    }

    /** From now on it does. */
    public void open() {
        isOpen = true;
    }

    /** From now on it does not. */
    public void close() {
        isOpen = false;
    }
}
