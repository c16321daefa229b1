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

    private final ScannedBytes bytes;
    private final long[] left;
    private final boolean[] isMap;
    private int depth;

    private MsgpackShape(byte[] bytes, int mostDepth) {
        this.bytes = new ScannedBytes(bytes, "msgpack");
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
        if (isName && bytes.isNext(NIL)) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body has a member without a name at byte " + bytes.position());
        }
    }

    private void value() throws UnreadableMessageException {
        int head = (int) bytes.number(1);
        if (head <= 0x7f || head >= 0xe0) {
            return;
        }
        if (head <= 0x8f) {
            open(2L * (head & 0x0f), true);
        } else if (head <= 0x9f) {
            open(head & 0x0f, false);
        } else if (head <= 0xbf) {
            bytes.skipText(head & 0x1f);
        } else {
            marked(head);
        }
    }

    private void marked(int head) throws UnreadableMessageException {
        switch (head) {
            case NIL, 0xc2, 0xc3 -> {}
            case 0xc4 -> bytes.skip(bytes.number(1));
            case 0xc5 -> bytes.skip(bytes.number(2));
            case 0xc6 -> bytes.skip(bytes.number(4));
            case 0xd9 -> bytes.skipText(bytes.number(1));
            case 0xda -> bytes.skipText(bytes.number(2));
            case 0xdb -> bytes.skipText(bytes.number(4));
            case 0xc7 -> bytes.skip(1 + bytes.number(1));
            case 0xc8 -> bytes.skip(1 + bytes.number(2));
            case 0xc9 -> bytes.skip(1 + bytes.number(4));
            case 0xca, 0xce, 0xd2 -> bytes.skip(4);
            case 0xcb, 0xcf, 0xd3 -> bytes.skip(8);
            case 0xcc, 0xd0 -> bytes.skip(1);
            case 0xcd, 0xd1 -> bytes.skip(2);
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> bytes.skip(1 + (1L << (head - 0xd4)));
            case 0xdc -> open(bytes.number(2), false);
            case 0xdd -> open(bytes.number(4), false);
            case 0xde -> open(2 * bytes.number(2), true);
            case 0xdf -> open(2 * bytes.number(4), true);
            default -> throw bytes.broken();
        }
    }

    private void open(long values, boolean ofMap) throws UnreadableMessageException {
        bytes.checkRest(values);
        if (++depth == left.length) {
            throw ScannedBytes.tooDeep(left.length - 1);
        }
        left[depth] = values;
        isMap[depth] = ofMap;
    }
}
