package no.abakus.web.body;

import java.util.concurrent.atomic.AtomicLong;

/** A limit for the bytes of all bodies in memory together. Thread-safe. */
public final class BodyBudget {

    private static final int SHARE_OF_HEAP = 32;

    private final AtomicLong left;

    /** Creates a budget of this many bytes. */
    public BodyBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /**
     * Returns a budget of a 32nd of the heap, but large enough for at least two bodies. The share is this small because
     * the objects made from a body take several times its size.
     */
    static BodyBudget ofHeap(BodyRules rules) {
        return new BodyBudget(
                Math.max(2L * rules.mostBytes(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Takes all of these bytes, or none. */
    boolean take(long bytes) {
        long before = left.getAndAdd(-bytes);
        if (before >= bytes) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }

    /** Returns the number of free bytes. */
    public long left() {
        return left.get();
    }
}
