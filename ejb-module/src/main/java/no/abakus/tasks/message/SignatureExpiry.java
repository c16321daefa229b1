package no.abakus.tasks.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.node.DecimalNode;
import no.abakus.jackson.databind.node.TextNode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.TaskOptionException;

/** A signature's {@code expires}, as Celery writes it: a number of seconds after sending, or an ISO-8601 instant. */
final class SignatureExpiry {

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int NANO_DIGITS = 9;

    /** A number with an exponent is short to write, but may expand to any number of digits. */
    private static final int MOST_DIGITS = 400;

    private SignatureExpiry() {}

    static JsonNode write(Expiry expiry) {
        if (expiry instanceof Expiry.At at) {
            return TextNode.valueOf(at.instant().toString());
        }
        Duration span = ((Expiry.After) expiry).span();
        return DecimalNode.valueOf(
                BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), NANO_DIGITS)));
    }

    static Expiry read(JsonNode node) {
        if (node.isNumber() && isSpan(node.decimalValue())) {
            BigDecimal seconds = node.decimalValue().setScale(NANO_DIGITS, RoundingMode.HALF_EVEN);
            return Expiry.after(Duration.ofSeconds(seconds.longValue())
                    .plusNanos(seconds.remainder(BigDecimal.ONE)
                            .movePointRight(NANO_DIGITS)
                            .longValue()));
        }
        try {
            if (node.isTextual()) {
                return Expiry.at(instant(node.asText()));
            }
        } catch (DateTimeException e) {
            throw new TaskOptionException(
                    "'expires' in a signature that follows the task is a string that is not an ISO-8601 instant", e);
        }
        throw new TaskOptionException(
                "'expires' in a signature that follows the task takes a number of seconds, or an ISO-8601 instant");
    }

    private static boolean isSpan(BigDecimal seconds) {
        return Math.abs((long) seconds.scale()) <= MOST_DIGITS && seconds.abs().compareTo(MOST_SECONDS) < 0;
    }

    /**
     * Uses {@link Instant} where possible, because only {@link Instant} can read the years of more than four digits
     * that it writes.
     */
    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
    }
}
