package no.abakus.tasks.message;

import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Scans the bytes of a body in a binary format. Rejects a length that exceeds the remaining bytes. Not thread-safe. */
final class ScannedBytes {

    private final byte[] bytes;
    private final String format;
    private int at;

    /**
     * Starts at the first byte.
     *
     * @param format the format's name for messages of exceptions
     */
    ScannedBytes(byte[] bytes, String format) {
        this.bytes = bytes;
        this.format = format;
    }

    /** The number of all bytes. */
    int size() {
        return bytes.length;
    }

    /** The index of the next byte. */
    int position() {
        return at;
    }

    /** Whether there is a next byte, and it has this value. */
    boolean isNext(int value) {
        return at < bytes.length && (bytes[at] & 0xff) == value;
    }

    /** Skips the next byte if it has this value; returns whether it was skipped. */
    boolean skipIf(int value) {
        boolean isNext = isNext(value);
        at += isNext ? 1 : 0;
        return isNext;
    }

    void skip(long count) throws UnreadableMessageException {
        checkRest(count);
        at += (int) count;
    }

    /** Skips a string. Refuses bytes that are not UTF-8, because parsers decode them to other characters. */
    void skipText(long count) throws UnreadableMessageException {
        int from = at;
        skip(count);
        if (!Utf8.isValid(bytes, from, at)) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body has a string at byte " + from + " that is not valid UTF-8");
        }
    }

    /** Reads a number of this many bytes, the most significant byte first. */
    long number(int width) throws UnreadableMessageException {
        checkRest(width);
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = (number << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return number;
    }

    /** Refuses the body if it has fewer than this many bytes left. */
    void checkRest(long count) throws UnreadableMessageException {
        if (count > bytes.length - at) {
            throw broken();
        }
    }

    UnreadableMessageException broken() {
        return new UnreadableMessageException(
                Reason.UNREADABLE_BODY,
                "The body is not valid " + format + " at byte " + at
                        + ": a value is truncated, or claims to be longer than the body");
    }

    static UnreadableMessageException tooDeep(int most) {
        return new UnreadableMessageException(
                Reason.UNREADABLE_BODY, "The body is nested deeper than the limit of " + most + " levels");
    }
}
