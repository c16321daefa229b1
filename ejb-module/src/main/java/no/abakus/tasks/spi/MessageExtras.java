package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a message carries only if somebody asked for it. Ordinary messages share {@link #NONE}, so that what they do not
 * use costs them nothing.
 *
 * @param shadow the name to show instead of the task's
 * @param expires after which it is not to be run
 * @param timeLimit how long it may run, as its call said; zero where the call said that there is no limit
 * @param softTimeLimit how long it may run until it is asked to end; zero where the call said that there is no limit
 * @param headers what the call's author sends along: text, numbers, booleans or null by name
 * @param correlationId the JMS correlation id, where it is not the task's own id
 * @param replyTo the queue where somebody expects an answer
 * @param group the JMS message group
 * @param returns how often it has gone back to the broker
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
        Returns returns) {

    /** Nothing asked for. */
    public static final MessageExtras NONE = new MessageExtras(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Returns.NONE);

    public MessageExtras {
        headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Nothing but an expiry. */
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
                NONE.returns);
    }

    /** The same with another count of returns. */
    public MessageExtras with(Returns counted) {
        return counted.equals(returns)
                ? this
                : new MessageExtras(
                        shadow, expires, timeLimit, softTimeLimit, headers, correlationId, replyTo, group, counted);
    }
}
