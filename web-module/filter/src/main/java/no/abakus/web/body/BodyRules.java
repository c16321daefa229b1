package no.abakus.web.body;

import java.time.Duration;

/**
 * The limits for a request's body.
 *
 * @param mostBytes the maximum size of one body; a larger one is refused with 413
 * @param grace how long a body may take whatever its size
 * @param bytesPerSecond how fast it must arrive after that; a slower one is refused with 408
 */
public record BodyRules(int mostBytes, Duration grace, int bytesPerSecond) {

    /** Ten million bytes, ten seconds, and 50 kB/s. */
    public static final BodyRules DEFAULT = new BodyRules(10_000_000, Duration.ofSeconds(10), 50_000);

    public BodyRules {
        if (mostBytes < 1 || grace.isNegative() || grace.isZero() || bytesPerSecond < 1) {
            throw new IllegalArgumentException("A body needs room, time and a rate above zero, not " + mostBytes
                    + " bytes, " + grace + " and " + bytesPerSecond + " bytes/s");
        }
    }

    /** Returns how long a body may have taken of which this many bytes have arrived. */
    Duration patience(long received) {
        return grace.plusMillis(received * 1_000 / bytesPerSecond);
    }
}
