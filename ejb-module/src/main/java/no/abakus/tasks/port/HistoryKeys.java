package no.abakus.tasks.port;

import java.time.Instant;

/** The keys of rows in the history. The upper bits of a key are the time, in milliseconds, when the execution ended. */
public final class HistoryKeys {

    /** The number of lower bits. These bits tell rows of the same millisecond apart. */
    public static final int BELOW_MILLIS = 21;

    private HistoryKeys() {}

    /** The smallest key of rows that ended at this time or later. */
    public static long from(Instant instant) {
        return Math.max(0, instant.toEpochMilli()) << BELOW_MILLIS;
    }
}
