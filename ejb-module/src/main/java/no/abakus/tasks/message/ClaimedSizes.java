package no.abakus.tasks.message;

import java.io.ObjectInputFilter;
import java.util.Map;

/**
 * Rejects serialized Java objects if their arrays and collections claim more elements than the stream has bytes for.
 * Java allocates memory for the claimed size, so thirty bytes could request an array of gigabytes. Not thread-safe.
 */
final class ClaimedSizes implements ObjectInputFilter {

    /**
     * A hash table has up to eight slots per entry, and at least sixteen in total. Each entry is two objects in the
     * stream.
     */
    private static final int TABLE_PER_BYTE = 8;

    private static final int LEAST_TABLE = 16;
    private static final int REFERENCE = 4;

    private final long bytes;
    private final Weight weight;
    private long claimed;
    private long references;

    ClaimedSizes(long bytes, Weight weight) {
        this.bytes = bytes;
        this.weight = weight;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        try {
            if (info.references() > references) {
                weight.add((info.references() - references) * Weight.MEMBER);
                references = info.references();
            }
            if (info.arrayLength() > 0) {
                weight.add(memory(info.serialClass(), info.arrayLength()));
                claimed += streamed(info.serialClass(), info.arrayLength());
            }
        } catch (TooHeavyException e) {
            return Status.REJECTED;
        }
        return claimed > bytes ? Status.REJECTED : Status.UNDECIDED;
    }

    private static long memory(Class<?> type, long length) {
        return length * (isPrimitive(type) ? width(type) : REFERENCE);
    }

    /** The minimum number of bytes that such an array takes in the stream. */
    private static long streamed(Class<?> type, long length) {
        if (type == Map.Entry[].class) {
            return Math.max(0, length - LEAST_TABLE) / TABLE_PER_BYTE;
        }
        return isPrimitive(type) ? length * width(type) : length;
    }

    private static boolean isPrimitive(Class<?> type) {
        return type != null && type.isArray() && type.getComponentType().isPrimitive();
    }

    private static int width(Class<?> type) {
        Class<?> of = type.getComponentType();
        if (of == long.class || of == double.class) {
            return Long.BYTES;
        }
        if (of == int.class || of == float.class) {
            return Integer.BYTES;
        }
        return of == char.class || of == short.class ? Short.BYTES : 1;
    }
}
