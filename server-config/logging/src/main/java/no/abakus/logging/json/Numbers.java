package no.abakus.logging.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Writes numbers as JSON numbers, or as strings if JSON cannot express them. */
final class Numbers {
    private static final byte[] LONG_MIN = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LONG = 20;
    private static final int LONGEST_BIG_NUMBER = 400;
    private static final double PLAIN_BELOW = 1e9;
    private static final int DECIMALS = 1_000;

    private Numbers() {}

    /**
     * Returns whether {@link #write} takes a number of this type. It takes no custom type, because its {@code toString}
     * may return anything.
     */
    static boolean isNumber(Number value) {
        return isWhole(value)
                || value instanceof Double
                || value instanceof Float
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class;
    }

    static void write(LineBuffer out, Number value) {
        if (isWhole(value)) {
            whole(out, value.longValue());
        } else if (value instanceof Double || value instanceof Float) {
            floating(out, value);
        } else {
            String text = value.toString();
            if (text.length() <= LONGEST_BIG_NUMBER) {
                Text.inner(out, text, text.length());
            } else {
                out.put('"');
                Text.inner(out, text, Text.cut(text, LONGEST_BIG_NUMBER));
                out.put('"');
            }
        }
    }

    private static boolean isWhole(Number value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof AtomicInteger
                || value instanceof AtomicLong;
    }

    static void whole(LineBuffer out, long value) {
        if (value == Long.MIN_VALUE) {
            out.put(LONG_MIN);
            return;
        }
        out.ensure(LONGEST_LONG);
        byte[] bytes = out.bytes;
        int at = out.length;
        long rest = value;
        if (rest < 0) {
            bytes[at++] = '-';
            rest = -rest;
        }
        int first = at;
        do {
            bytes[at++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        out.length = at;
        for (int left = first, right = at - 1; left < right; left++, right--) {
            byte swapped = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = swapped;
        }
        out.checkLimit();
    }

    private static void floating(LineBuffer out, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            Text.quoted(out, Double.toString(value));
            return;
        }
        long scaled = Math.round(value * DECIMALS);
        // Durations and similar values have few decimals. For such values, these digits are the exact shortest form,
        // and no String is created.
        boolean few = number instanceof Double
                && Math.abs(value) < PLAIN_BELOW
                && scaled != 0
                && (double) scaled / DECIMALS == value;
        if (few) {
            fixed(out, scaled);
        } else {
            String text = number.toString();
            Text.inner(out, text, text.length());
        }
    }

    private static void fixed(LineBuffer out, long scaled) {
        if (scaled < 0) {
            out.put('-');
        }
        long magnitude = Math.abs(scaled);
        whole(out, magnitude / DECIMALS);
        int decimals = (int) (magnitude % DECIMALS);
        out.put('.');
        out.put((char) ('0' + decimals / 100));
        if (decimals % 100 != 0) {
            out.put((char) ('0' + decimals / 10 % 10));
            if (decimals % 10 != 0) {
                out.put((char) ('0' + decimals % 10));
            }
        }
    }
}
