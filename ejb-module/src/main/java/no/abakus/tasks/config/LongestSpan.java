package no.abakus.tasks.config;

import java.time.Duration;

/** The longest span of time that nanoseconds hold as a {@code long}: 292 years. Timers and clocks count in them. */
public final class LongestSpan {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private LongestSpan() {}

    /** Whether the span is longer, in either direction. */
    public static boolean isExceededBy(Duration span) {
        return span.compareTo(LONGEST) > 0 || span.compareTo(LONGEST.negated()) < 0;
    }

    /** The span, or this one if it is longer. */
    public static Duration atMost(Duration span) {
        return span.compareTo(LONGEST) > 0 ? LONGEST : span;
    }

    /**
     * The same span.
     *
     * @throws IllegalArgumentException if it is longer
     */
    public static Duration checked(Duration span) {
        if (isExceededBy(span)) {
            throw new IllegalArgumentException("longer than 292 years, the most that a clock counts");
        }
        return span;
    }
}
