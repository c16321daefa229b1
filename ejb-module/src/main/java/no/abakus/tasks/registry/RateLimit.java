package no.abakus.tasks.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.RateLimitScope;

/**
 * How often a task may start.
 *
 * @param rate the rate as it was written, such as {@code 100/m}
 * @param interval the average time between two executions
 * @param scope whether the limit applies to each node or to all nodes together
 * @param burst how many executions may start together after a pause; 1 to space them evenly
 * @param key where to find the value by which the limit is split: a parameter's name, or {@code context:} and a key of
 *     the log context; empty for one limit for all executions
 */
public record RateLimit(String rate, Duration interval, RateLimitScope scope, int burst, Optional<String> key) {

    /** The prefix of a key that names a log context key instead of a parameter. */
    public static final String CONTEXT_KEY = "context:";

    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?:/([smhd]))?");
    private static final Map<String, Duration> PERIODS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    public RateLimit {
        if (burst < 1) {
            throw new IllegalArgumentException("a burst must be 1 or more, but is " + burst);
        }
    }

    /**
     * Returns the limit with this rate, per node, without burst or key.
     *
     * @param rate a number followed by {@code /s}, {@code /m}, {@code /h} or {@code /d}. A number without a unit is per
     *     second, as in Celery. The result is empty for 0, an empty string and {@code none}
     * @throws IllegalArgumentException if the rate is none of these
     */
    public static Optional<RateLimit> parse(String rate) {
        String text = rate.strip();
        if (text.isEmpty() || text.equals("none")) {
            return Optional.empty();
        }
        Matcher parts = RATE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the value must be a rate such as 100/s, 100/m, 100/h or 100/d, or 0 for no limit");
        }
        BigDecimal times = new BigDecimal(parts.group(1));
        if (times.signum() == 0) {
            return Optional.empty();
        }
        Duration period = PERIODS.get(parts.group(2) == null ? "s" : parts.group(2));
        long nanos = BigDecimal.valueOf(period.toNanos())
                .divide(times, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
        Duration interval = Duration.ofNanos(Math.max(1, nanos));
        return Optional.of(new RateLimit(text, interval, RateLimitScope.NODE, 1, Optional.empty()));
    }

    /** Returns this rate with another scope, burst and key. */
    public RateLimit counted(RateLimitScope by, int atOnce, Optional<String> per) {
        return new RateLimit(rate, interval, by, atOnce, per);
    }

    /** Returns a limit with this scope, burst and key, and with the rate of another limit. */
    public RateLimit atRateOf(RateLimit other) {
        return new RateLimit(other.rate, other.interval, scope, burst, key);
    }

    /** Returns the rate, such as {@code 100/m}, and all other settings that differ from their default. */
    @Override
    public String toString() {
        return rate
                + (burst == 1 ? "" : " burst " + burst)
                + (scope == RateLimitScope.NODE ? "" : " cluster")
                + key.map(per -> " per " + per).orElse("");
    }
}
