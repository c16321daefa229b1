package no.abakus.web.body;

import java.util.concurrent.atomic.AtomicLong;

/** A limit for the memory that all bodies and their values take together. Thread-safe. */
public final class BodyBudget {

    private static final int SHARE_OF_HEAP = 8;

    private final long size;
    private final AtomicLong left;

    /** Creates a budget of this many bytes. */
    public BodyBudget(long bytes) {
        this.size = bytes;
        this.left = new AtomicLong(bytes);
    }

    /**
     * Returns a budget of an eighth of the heap, but at least enough for two bodies of the maximum size that are all
     * text.
     */
    static BodyBudget ofHeap(BodyRules rules) {
        return new BodyBudget(Math.max(
                2L * BodyWeight.BYTE * rules.mostBytes(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Returns the number of bytes that are free while there are no bodies. */
    long size() {
        return size;
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
