package no.abakus.tasks.message;

/**
 * The memory taken by the values of one body, summed up while they are read, so that reading stops before they take too
 * much. The figures are for maps, lists and boxed numbers on a 64-bit JVM, rounded up. Not thread-safe.
 */
final class Weight {

    /** A map with its first hash table. Empty maps count as much, although they have no table yet. */
    static final int OBJECT = 144;

    static final int ARRAY = 80;

    /** A map entry, and its slot in the table. */
    static final int MEMBER = 64;

    /** A boxed value, and its slot in a list. */
    static final int SCALAR = 24;

    static final int TEXT = 48;

    /** A character may take two bytes. */
    static final int CHARACTER = 2;

    /** The heaviest text consists of empty objects. Each takes three characters, including the comma. */
    static final int MOST_PER_CHARACTER = OBJECT / 3;

    /** The heaviest binary body consists of empty objects, one byte each. */
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
