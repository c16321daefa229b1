package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.config.LongestSpan;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Reads the properties of a message. The properties may come from any sender and contain anything. */
record Properties(Message message) {

    /**
     * The latest time that is accepted. Abakus's own senders refuse later times, and neither clocks nor databases can
     * hold much later times.
     */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    String required(String property) throws JMSException, UnreadableMessageException {
        return key(property)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnreadableMessageException(
                        Reason.MISSING_PROPERTY,
                        "The message has no property " + property + ", which every task has; see docs/wire-format.md"));
    }

    Optional<String> text(String property) throws JMSException, UnreadableMessageException {
        try {
            return Optional.ofNullable(message.getStringProperty(property));
        } catch (MessageFormatException e) {
            // JMS properties always have a type that can be read as text. Clients of other protocols can send other
            // types, such as bytes.
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " has a type that cannot be read as text", e);
        }
    }

    /** Reads a string that may become the key of a database row, or be shown as a name. */
    Optional<String> key(String property) throws JMSException, UnreadableMessageException {
        Optional<String> text = text(property);
        if (text.isPresent()) {
            checkKey(property, text.get());
        }
        return text;
    }

    static void checkKey(String property, String text) throws UnreadableMessageException {
        Optional<String> problem = KeyText.problem(text);
        if (problem.isPresent()) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is '" + shown(text) + "', which " + problem.get());
        }
    }

    /** A printable excerpt of the value, without characters that a console or a database would not accept. */
    static String shown(Object value) {
        return KeyText.shown(String.valueOf(value)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    }

    boolean isTrue(String property) throws JMSException {
        return Boolean.TRUE.equals(message.getObjectProperty(property));
    }

    Optional<Boolean> yesOrNo(String property) throws JMSException, UnreadableMessageException {
        Object value = message.getObjectProperty(property);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean said) {
            return Optional.of(said);
        }
        if (value.equals("true") || value.equals("false")) {
            return Optional.of(value.equals("true"));
        }
        throw new UnreadableMessageException(
                Reason.INVALID_PROPERTY, property + " is '" + shown(value) + "', but must be true or false");
    }

    Optional<Instant> instant(String property) throws JMSException, UnreadableMessageException {
        Optional<String> text = text(property);
        Optional<Instant> instant;
        try {
            instant = text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is '" + shown(text.get()) + "', not an ISO-8601 instant", e);
        }
        if (instant.isPresent()
                && (instant.get().isBefore(Instant.EPOCH) || instant.get().isAfter(LATEST))) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " is " + instant.get() + ", but must be between " + Instant.EPOCH + " and " + LATEST);
        }
        return instant;
    }

    Optional<Duration> millis(String property) throws JMSException, UnreadableMessageException {
        Optional<Long> millis = wholeNumber(property);
        if (millis.isPresent() && millis.get() < 0) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is " + millis.get() + ", which is not a valid duration");
        }
        Optional<Duration> span = millis.map(Duration::ofMillis);
        if (span.isPresent() && LongestSpan.isExceededBy(span.get())) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " is " + millis.get() + " milliseconds, but must be at most 292 years");
        }
        return span;
    }

    int number(String property, int otherwise) throws JMSException, UnreadableMessageException {
        Optional<Long> value = wholeNumber(property);
        try {
            return value.isEmpty() ? otherwise : Math.toIntExact(value.get());
        } catch (ArithmeticException e) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " is '" + value.get() + "', which is too large or too small",
                    e);
        }
    }

    /** Reads a count, which cannot be negative. */
    int times(String property) throws JMSException, UnreadableMessageException {
        int times = number(property, 0);
        // The highest number could not be incremented.
        if (times < 0 || times == Integer.MAX_VALUE) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is " + times + ", which is not a valid count");
        }
        return times;
    }

    private Optional<Long> wholeNumber(String property) throws JMSException, UnreadableMessageException {
        Object value = message.getObjectProperty(property);
        try {
            if (value == null) {
                return Optional.empty();
            }
            // A decimal number would be rounded, so it is rejected like any other wrong type.
            boolean isWhole = value instanceof Number && !(value instanceof Double || value instanceof Float);
            return Optional.of(isWhole ? ((Number) value).longValue() : Long.parseLong((String) value));
        } catch (ClassCastException | NumberFormatException e) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is '" + shown(value) + "', not a whole number", e);
        }
    }
}
