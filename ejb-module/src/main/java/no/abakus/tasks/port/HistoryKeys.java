package no.abakus.tasks.port;

import java.time.Instant;

/** The keys of rows in the history, whose upper bits are the time of the end in milliseconds. */
public final class HistoryKeys {

    /** The bits that tell rows of the same millisecond apart. */
    public static final int BELOW_MILLIS = 21;

    private HistoryKeys() {}

    /** The smallest key of rows that ended at this time or later. */
    public static long from(Instant instant) {
        return Math.max(0, instant.toEpochMilli()) << BELOW_MILLIS;
    }
}
