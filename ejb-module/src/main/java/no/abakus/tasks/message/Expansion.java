package no.abakus.tasks.message;

import java.io.InvalidObjectException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Counts the elements of arrays and of the JDK's containers in a stream of serialized Java objects. An element counts
 * once for each time that a walk through all containers would visit it. A stream may refer to one container many times.
 * For example, a list may hold two references to a second list, which holds two references to a third list, and so on.
 * After some dozens of lists, a walk visits more elements than anyone can count, so hashing, comparing or writing the
 * first list would take forever. Not thread-safe.
 */
final class Expansion {

    /** Far more elements than any reasonable body has. */
    private static final long MOST = 16_000_000;

    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();
    private long total;

    /**
     * Counts an object that has just been read, before it becomes a part of another one.
     *
     * @throws InvalidObjectException if there are too many elements, or the object contains itself
     */
    void add(Object read) throws InvalidObjectException {
        Iterable<?> elements = elements(read);
        if (elements == null) {
            return;
        }
        if (read instanceof Collection<?> all && all.size() > MOST) {
            // For example Collections.nCopies, which can claim any size.
            throw new InvalidObjectException("a container has too many elements");
        }
        long size = 1;
        for (Object element : elements) {
            size += element instanceof Map.Entry<?, ?> entry && read instanceof Map
                    ? size(entry.getKey()) + size(entry.getValue())
                    : size(element);
        }
        sizes.put(read, size);
        total += size;
        if (total > MOST) {
            throw new InvalidObjectException("its containers have too many elements in total");
        }
    }

    private static Iterable<?> elements(Object read) {
        if (read instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (read == null || !read.getClass().getPackageName().startsWith("java.")) {
            return null;
        }
        return read instanceof Map<?, ?> map ? map.entrySet() : read instanceof Collection<?> all ? all : null;
    }

    private long size(Object element) throws InvalidObjectException {
        if (element instanceof BigInteger number) {
            return 1L + number.bitLength() / Integer.SIZE;
        }
        if (element instanceof BigDecimal number) {
            return 1L + number.unscaledValue().bitLength() / Integer.SIZE;
        }
        if (elements(element) == null) {
            return 1;
        }
        Long size = sizes.get(element);
        if (size == null) {
            throw new InvalidObjectException("a container contains itself");
        }
        return size;
    }
}
