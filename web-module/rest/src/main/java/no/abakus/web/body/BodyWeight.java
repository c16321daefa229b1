package no.abakus.web.body;

/**
 * Estimates the memory that a JSON body and its values take. It counts the bytes as they arrive, so before any value is
 * created. The figures are for maps, lists and boxed numbers on a 64-bit JVM, and are rounded up. The same figures are
 * used for messages. A body that is not JSON gets an estimate too, but no values are created from it. Not thread-safe.
 */
final class BodyWeight {

    /** A byte is kept as it arrived, as a character of the body's text, and as a character of a value. */
    static final int BYTE = 4;

    /** A map with its first table. */
    static final int OBJECT = 144;

    static final int ARRAY = 80;

    /** A map entry, and its slot in the table. */
    static final int MEMBER = 64;

    /** A boxed value, and its slot in a list. */
    static final int SCALAR = 24;

    /** A string or a name without its characters. */
    static final int TEXT = 48;

    private enum Place {
        BETWEEN,
        IN_SCALAR,
        IN_TEXT,
        AFTER_BACKSLASH
    }

    private Place place = Place.BETWEEN;
    private long bytes;

    /** Adds the next piece of the body. It may end anywhere. */
    void add(byte[] piece, int length) {
        bytes += (long) BYTE * length;
        for (int i = 0; i < length; i++) {
            bytes += weightOf(piece[i]);
        }
    }

    private int weightOf(byte octet) {
        if (place == Place.AFTER_BACKSLASH) {
            place = Place.IN_TEXT;
            return 0;
        }
        if (place == Place.IN_TEXT) {
            if (octet == '"') {
                place = Place.BETWEEN;
            } else if (octet == '\\') {
                place = Place.AFTER_BACKSLASH;
            }
            return 0;
        }
        return switch (octet) {
            case '"' -> at(Place.IN_TEXT, TEXT);
            case '{' -> at(Place.BETWEEN, OBJECT);
            case '[' -> at(Place.BETWEEN, ARRAY);
            case ':' -> at(Place.BETWEEN, MEMBER);
            case '}', ']', ',', ' ', '\t', '\r', '\n' -> at(Place.BETWEEN, 0);
            default -> at(Place.IN_SCALAR, place == Place.IN_SCALAR ? 0 : SCALAR);
        };
    }

    private int at(Place next, int weight) {
        place = next;
        return weight;
    }

    /** Returns the memory for what has arrived. */
    long bytes() {
        return bytes;
    }

    /** Forgets what has arrived. */
    void reset() {
        place = Place.BETWEEN;
        bytes = 0;
    }
}
