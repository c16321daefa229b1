package no.abakus.tasks.order;

/** Whether this node accepts new tasks. While it does not, arriving tasks go back to the broker. Thread-safe. */
public final class Intake {

    private volatile boolean isOpen = true;

    /** Whether the node accepts new tasks. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Accepts new tasks from now on. */
    public void open() {
        isOpen = true;
    }

    /** Accepts no new tasks from now on. */
    public void close() {
        isOpen = false;
    }
}
