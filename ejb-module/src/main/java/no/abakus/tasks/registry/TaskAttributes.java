package no.abakus.tasks.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * What {@link no.abakus.tasks.AbakusTask} says of a task, after configuration had its word.
 *
 * @param queue the queue of its calls; empty for the default queue
 * @param priority JMS priority of its calls
 * @param typing whether calls by name are checked
 * @param maxRetries how often it may ask to be run again; -1 without limit
 * @param retryDelay how long such a request waits where it does not say
 */
public record TaskAttributes(
        Optional<String> queue, int priority, boolean typing, int maxRetries, Duration retryDelay) {

    /** What a task has that says nothing. */
    public static final TaskAttributes DEFAULTS =
            new TaskAttributes(Optional.empty(), 4, true, 3, Duration.ofMinutes(3));

    /** Whether one more request to be run again is granted after this many. */
    public boolean allowsRetryAfter(int retries) {
        return maxRetries < 0 || retries < maxRetries;
    }
}
