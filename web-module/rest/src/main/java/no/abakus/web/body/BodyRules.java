package no.abakus.web.body;

import java.time.Duration;

/**
 * The limits for a request body.
 *
 * @param mostBytes the maximum size of one body; a larger body is rejected with 413
 * @param grace how long a body of any size may take
 * @param bytesPerSecond the minimum rate after that; a slower body is rejected with 408
 */
public record BodyRules(int mostBytes, Duration grace, int bytesPerSecond) {

    /** Ten million bytes, ten seconds, and 50 kB/s. */
    public static final BodyRules DEFAULT = new BodyRules(10_000_000, Duration.ofSeconds(10), 50_000);

    public BodyRules {
        if (mostBytes < 1 || grace.isNegative() || grace.isZero() || bytesPerSecond < 1) {
            throw new IllegalArgumentException("The size, time and rate of a body must be above zero, not " + mostBytes
                    + " bytes, " + grace + " and " + bytesPerSecond + " bytes/s");
        }
    }

    /** Returns the maximum time for a body of which this many bytes have arrived. */
    Duration patience(long received) {
        return grace.plusMillis(received * 1_000 / bytesPerSecond);
    }
}
