package no.abakus.tasks.message;

import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Scans MessagePack without decoding it. The format's parser allocates memory for the length that a value claims, so a
 * few bytes could request gigabytes. Here each length must fit into the remaining bytes, each string must be UTF-8, and
 * each member must have a name, because the parser would end a map at a member without a name. Takes linear time. Not
 * thread-safe.
 */
final class MsgpackShape {

    private static final int NIL = 0xc0;

    private final byte[] bytes;
    private final long[] left;
    private final boolean[] isMap;
    private int at;
    private int depth;

    private MsgpackShape(byte[] bytes, int mostDepth) {
        this.bytes = bytes;
        this.left = new long[mostDepth + 1];
        this.left[0] = 1;
        this.isMap = new boolean[mostDepth + 1];
    }

    /** Checks the first value, and everything inside it. */
    static void check(byte[] bytes, int mostDepth) throws UnreadableMessageException {
        new MsgpackShape(bytes, mostDepth).walk();
    }

    private void walk() throws UnreadableMessageException {
        while (depth >= 0) {
            if (left[depth] == 0) {
                depth--;
            } else {
                checkName();
                left[depth]--;
                value();
            }
        }
    }

    private void checkName() throws UnreadableMessageException {
        boolean isName = isMap[depth] && left[depth] % 2 == 0;
        if (isName && at < bytes.length && (bytes[at] & 0xff) == NIL) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body has a member without a name at byte " + at);
        }
    }

    private void value() throws UnreadableMessageException {
        int head = (int) length(1);
        if (head <= 0x7f || head >= 0xe0) {
            return;
        }
        if (head <= 0x8f) {
            open(2L * (head & 0x0f), true);
        } else if (head <= 0x9f) {
            open(head & 0x0f, false);
        } else if (head <= 0xbf) {
            text(head & 0x1f);
        } else {
            marked(head);
        }
    }

    private void marked(int head) throws UnreadableMessageException {
        switch (head) {
            case NIL, 0xc2, 0xc3 -> {}
            case 0xc4 -> skip(length(1));
            case 0xc5 -> skip(length(2));
            case 0xc6 -> skip(length(4));
            case 0xd9 -> text(length(1));
            case 0xda -> text(length(2));
            case 0xdb -> text(length(4));
            case 0xc7 -> skip(1 + length(1));
            case 0xc8 -> skip(1 + length(2));
            case 0xc9 -> skip(1 + length(4));
            case 0xca, 0xce, 0xd2 -> skip(4);
            case 0xcb, 0xcf, 0xd3 -> skip(8);
            case 0xcc, 0xd0 -> skip(1);
            case 0xcd, 0xd1 -> skip(2);
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> skip(1 + (1L << (head - 0xd4)));
            case 0xdc -> open(length(2), false);
            case 0xdd -> open(length(4), false);
            case 0xde -> open(2 * length(2), true);
            case 0xdf -> open(2 * length(4), true);
            default -> throw broken();
        }
    }

    private void open(long values, boolean ofMap) throws UnreadableMessageException {
        if (values > bytes.length - at) {
            throw broken();
        }
        if (++depth == left.length) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "The body is nested deeper than " + (left.length - 1) + " levels, which is the limit");
        }
        left[depth] = values;
        isMap[depth] = ofMap;
    }

    private void skip(long count) throws UnreadableMessageException {
        if (count > bytes.length - at) {
            throw broken();
        }
        at += (int) count;
    }

    /** Checks a string, because the format's parser would replace bytes that are not UTF-8. */
    private void text(long count) throws UnreadableMessageException {
        int from = at;
        skip(count);
        if (!Utf8.isValid(bytes, from, at)) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body has a string at byte " + from + " that is not valid UTF-8");
        }
    }

    private long length(int width) throws UnreadableMessageException {
        if (width > bytes.length - at) {
            throw broken();
        }
        long length = 0;
        for (int i = 0; i < width; i++) {
            length = (length << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return length;
    }

    private UnreadableMessageException broken() {
        return new UnreadableMessageException(
                Reason.UNREADABLE_BODY,
                "The body is not valid msgpack at byte " + at
                        + ": a value is truncated, or claims to be longer than the body");
    }
}
