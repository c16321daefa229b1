package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Reads the durations in queries, such as {@code 5s}. */
final class QuerySpan {

    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private QuerySpan() {}

    static Duration of(QueryScanner.Value value) {
        String text = value.text();
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits)) && text.charAt(digits) <= '9') {
            digits++;
        }
        Duration unit = UNITS.get(text.substring(digits));
        if (digits == 0 || digits > 9 || unit == null) {
            throw new InvalidQueryException(
                    value.position(),
                    "'" + text + "' at position " + value.position() + " is not a time. A time is a whole number and a"
                            + " unit (ms, s, m, h or d), such as 5s");
        }
        return unit.multipliedBy(Long.parseLong(text.substring(0, digits)));
    }

    /**
     * Returns the instant this long ago, or the start of 1970 if that is later, because databases do not store much
     * earlier times.
     */
    static Instant before(Instant now, Duration age) {
        Instant at = now.minus(age);
        return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
    }
}
