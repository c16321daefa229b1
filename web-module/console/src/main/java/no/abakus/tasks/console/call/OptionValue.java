package no.abakus.tasks.console.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.TaskOptionException;

/** Reads the JSON values of options. If a value is invalid, the exception says what would be valid. */
final class OptionValue {

    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(Integer.MAX_VALUE).scaleByPowerOfTen(3);

    private static final int MOST_DIGITS = 400;

    private OptionValue() {}

    static Duration seconds(String option, Object value) {
        BigDecimal seconds = number(option, value, "a number of seconds, such as 1.5");
        if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
            throw new TaskOptionException(option + " is " + value + " seconds, beyond the latest possible date");
        }
        return Duration.ofSeconds(seconds.longValue())
                .plusNanos(seconds.remainder(BigDecimal.ONE)
                        .movePointRight(9)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValue());
    }

    static Instant instant(String option, Object value) {
        String text = text(option, value);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TaskOptionException(
                    option + " is '" + shown(text) + "', but must be an ISO-8601 instant with its offset, such as"
                            + " 2030-01-31T12:00:00+01:00 or 2030-01-31T11:00:00Z",
                    e);
        }
    }

    /** As in Celery, a number is a duration from the time of sending, and a string is an instant. */
    static Expiry expiry(String option, Object value) {
        if (value instanceof Number) {
            return Expiry.after(seconds(option, value));
        }
        if (value instanceof String) {
            return Expiry.at(instant(option, value));
        }
        throw new TaskOptionException(option + " is " + kind(value)
                + ", but must be a number of seconds from the time of sending, or an ISO-8601 instant");
    }

    /** Accepts AMQP's numbers or the names of the modes. */
    static DeliveryMode deliveryMode(String option, Object value) {
        return switch (String.valueOf(value)) {
            case "1", "transient" -> DeliveryMode.TRANSIENT;
            case "2", "persistent" -> DeliveryMode.PERSISTENT;
            default ->
                throw new TaskOptionException(
                        option + " is " + kind(value) + ", but must be \"persistent\" (2) or \"transient\" (1)");
        };
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    static Map<String, Object> members(String option, Object value) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, Object>) members;
        }
        throw new TaskOptionException(option + " is " + kind(value) + ", but must be an object");
    }

    static String text(String option, Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new TaskOptionException(option + " is " + kind(value) + ", but must be a non-empty string");
    }

    static Boolean yesOrNo(String option, Object value) {
        if (value instanceof Boolean said) {
            return said;
        }
        throw new TaskOptionException(option + " is " + kind(value) + ", but must be true or false");
    }

    static Integer wholeNumber(String option, Object value) {
        BigDecimal number = number(option, value, "a whole number");
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new TaskOptionException(option + " is " + value + ", but must be a whole number", e);
        }
    }

    private static BigDecimal number(String option, Object value, String takes) {
        // A number too large for a double arrives as infinity, which BigDecimal cannot represent.
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            BigDecimal exact = new BigDecimal(number.toString());
            // A number with an exponent expands to as many digits as the exponent says.
            if (Math.abs((long) exact.scale()) <= MOST_DIGITS && exact.precision() <= MOST_DIGITS) {
                return exact;
            }
        }
        throw new TaskOptionException(option + " is " + kind(value) + ", but must be " + takes);
    }

    private static String kind(Object value) {
        if (value instanceof String text) {
            return "the string '" + shown(text) + "'";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof Iterable ? "an array" : "an object";
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
