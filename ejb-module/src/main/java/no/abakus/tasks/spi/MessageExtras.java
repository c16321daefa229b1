package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The optional parts of a message. All messages without optional parts share the object {@link #NONE}, so unused parts
 * cost nothing.
 *
 * @param shadow the name to show instead of the task's
 * @param expires when the task expires; it is not run after that
 * @param timeLimit how long the task may run, as set by the call; zero if the call removed the limit
 * @param softTimeLimit how long the task may run before it is asked to stop, as set by the call; zero if the call
 *     removed the limit
 * @param headers the caller's headers by name; the values are strings, numbers, booleans or null
 * @param correlationId the JMS correlation id, if it is not the task's own id
 * @param replyTo the queue where the sender expects a reply
 * @param group the JMS message group
 * @param returns how often the task was returned to the broker
 * @param deaths how often the message became a dead letter and was sent again
 */
public record MessageExtras(
        Optional<String> shadow,
        Optional<Instant> expires,
        Optional<Duration> timeLimit,
        Optional<Duration> softTimeLimit,
        Map<String, Object> headers,
        Optional<String> correlationId,
        Optional<String> replyTo,
        Optional<String> group,
        Returns returns,
        int deaths) {

    /** No optional parts. */
    public static final MessageExtras NONE = new MessageExtras(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Returns.NONE,
            0);

    public MessageExtras {
        headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns extras that have only an expiry. */
    public static MessageExtras expiring(Optional<Instant> expires) {
        return new MessageExtras(
                NONE.shadow,
                expires,
                NONE.timeLimit,
                NONE.softTimeLimit,
                NONE.headers,
                NONE.correlationId,
                NONE.replyTo,
                NONE.group,
                NONE.returns,
                NONE.deaths);
    }

    /** Returns the extras of the message after it has become a dead letter once more. */
    public MessageExtras died() {
        return new MessageExtras(
                shadow, expires, timeLimit, softTimeLimit, headers, correlationId, replyTo, group, returns, deaths + 1);
    }

    /** Returns these extras with additional headers, which replace headers of the same name. */
    public MessageExtras carrying(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new MessageExtras(
                shadow, expires, timeLimit, softTimeLimit, all, correlationId, replyTo, group, returns, deaths);
    }

    /** Returns these extras with this count of returns instead. */
    public MessageExtras with(Returns counted) {
        return counted.equals(returns)
                ? this
                : new MessageExtras(
                        shadow,
                        expires,
                        timeLimit,
                        softTimeLimit,
                        headers,
                        correlationId,
                        replyTo,
                        group,
                        counted,
                        deaths);
    }
}
