package no.abakus.logging.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes times in ISO 8601, in UTC and with microseconds. The part down to the second is cached, because most lines
 * share it with the previous line.
 */
final class Timestamp {
    private static final int PREFIX = "2026-11-22T18:17:27.".length();
    private static final int DECIMALS = 6;
    private static final int LENGTH = PREFIX + DECIMALS + "\"Z\"".length();
    private static final int NANOS_PER_MICRO = 1_000;

    private final byte[] prefix = new byte[PREFIX];
    private long prefixSecond = Long.MIN_VALUE;

    /** Writes the quoted timestamp. */
    void write(LineBuffer out, Instant instant) {
        long second = instant.getEpochSecond();
        if (second != prefixSecond) {
            refresh(second);
        }
        out.ensure(LENGTH);
        byte[] bytes = out.bytes;
        int at = out.length;
        bytes[at] = '"';
        System.arraycopy(prefix, 0, bytes, at + 1, PREFIX);
        int micros = instant.getNano() / NANOS_PER_MICRO;
        for (int i = at + PREFIX + DECIMALS; i > at + PREFIX; i--) {
            bytes[i] = (byte) ('0' + micros % 10);
            micros /= 10;
        }
        bytes[at + LENGTH - 2] = 'Z';
        bytes[at + LENGTH - 1] = '"';
        out.length = at + LENGTH;
        out.checkLimit();
    }

    private void refresh(long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        digits(time.getYear(), 0, 4, '-');
        digits(time.getMonthValue(), 5, 2, '-');
        digits(time.getDayOfMonth(), 8, 2, 'T');
        digits(time.getHour(), 11, 2, ':');
        digits(time.getMinute(), 14, 2, ':');
        digits(time.getSecond(), 17, 2, '.');
        prefixSecond = second;
    }

    private void digits(int value, int at, int count, char after) {
        int rest = Math.abs(value);
        for (int i = at + count - 1; i >= at; i--) {
            prefix[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        prefix[at + count] = (byte) after;
    }
}
