package no.abakus.tasks.config;

import java.time.Duration;

/** The longest duration whose nanoseconds fit in a {@code long}, 292 years. Timers and clocks count in nanoseconds. */
public final class LongestSpan {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private LongestSpan() {}

    /** Whether the duration, positive or negative, exceeds the longest span. */
    public static boolean isExceededBy(Duration span) {
        return span.compareTo(LONGEST) > 0 || span.compareTo(LONGEST.negated()) < 0;
    }

    /** The duration, or the longest span if the duration exceeds it. */
    public static Duration atMost(Duration span) {
        return span.compareTo(LONGEST) > 0 ? LONGEST : span;
    }

    /**
     * Returns the same duration.
     *
     * @throws IllegalArgumentException if the duration exceeds the longest span
     */
    public static Duration checked(Duration span) {
        if (isExceededBy(span)) {
            throw new IllegalArgumentException("longer than 292 years, which is the maximum");
        }
        return span;
    }
}
