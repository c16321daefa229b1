package no.abakus.tasks.message;

/**
 * How much memory the values of one body take, added up while they are read, so that reading ends before there are too many.
 * The figures are those of maps, lists and boxed numbers on a 64-bit JVM, rounded up. Confined to a thread.
 */
final class Weight {

    /** A map with its first table; an empty one is lighter, but then there is nothing else to it. */
    static final int OBJECT = 144;

    static final int ARRAY = 80;

    /** An entry of a map, and its place in the table. */
    static final int MEMBER = 64;

    /** A boxed value, and its place in a list. */
    static final int SCALAR = 24;

    static final int TEXT = 48;

    /** A character may take two bytes. */
    static final int CHARACTER = 2;

    /** The heaviest text holds empty objects, of three characters each with their comma. */
    static final int MOST_PER_CHARACTER = OBJECT / 3;

    /** The same in a binary format, where an empty object is a byte. */
    static final int MOST_PER_BYTE = OBJECT;

    private final long most;
    private long bytes;

    Weight(long most) {
        this.most = most;
    }

    void add(long more) throws TooHeavyException {
        bytes += more;
        if (bytes > most) {
            throw new TooHeavyException(most);
        }
    }

    long bytes() {
        return bytes;
    }
}
