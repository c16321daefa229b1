package no.abakus.tasks.order;

/** Whether this node accepts new tasks. While it does not, arriving tasks go back to the broker. Thread-safe. */
public final class Intake {

    private volatile boolean isClosed;
    private volatile boolean isClosedForGood;

    /** Whether the node accepts new tasks. */
    public boolean isOpen() {
        return !isClosed && !isClosedForGood;
    }

    /** Accepts new tasks from now on, unless the node's shutdown has begun. */
    public void open() {
        isClosed = false;
    }

    /** Accepts no new tasks from now on. */
    public void close() {
        isClosed = true;
    }

    /** Accepts no new tasks any more, because the node's shutdown has begun. */
    public void closeForGood() {
        isClosedForGood = true;
    }
}
