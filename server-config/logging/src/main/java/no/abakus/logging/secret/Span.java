package no.abakus.logging.secret;

/** A rule's result at a position in a string, packed into a long so that checking allocates nothing. */
final class Span {
    /** There is nothing to hide here. */
    static final long NOTHING = -1;

    private static final long OPEN = 1L << 31;
    private static final long BARREN = 1L << 63;

    private Span() {}

    /** Returns the result that hides these characters. */
    static long hide(int from, int to) {
        return ((long) from << 32) | to;
    }

    /** Returns the result that shows these characters, whatever other rules return. */
    static long open(int from, int to) {
        return hide(from, to) | OPEN;
    }

    /**
     * Returns the result that hides nothing and skips the rule up to this position, because the rule would find nothing
     * before it.
     */
    static long barren(int to) {
        return BARREN | to;
    }

    static boolean isBarren(long span) {
        return span < NOTHING;
    }

    static boolean isOpen(long span) {
        return (span & OPEN) != 0;
    }

    static int from(long span) {
        return (int) (span >>> 32);
    }

    static int to(long span) {
        return (int) (span & ~OPEN);
    }
}
