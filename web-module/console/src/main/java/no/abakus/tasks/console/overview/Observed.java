package no.abakus.tasks.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the time steps of a chart in which at least one node was watching. If such a step has no counts, nothing
 * happened in it.
 */
final class Observed {

    /**
     * Counts that are older than this may have been added up by the hour. The sum is stored under the first minute of
     * the hour.
     */
    private static final Duration BY_MINUTE = Duration.ofDays(2);

    private static final int HOUR = 3_600;

    private Observed() {}

    /**
     * Returns the numbers of these steps.
     *
     * @param minutes the minutes in which a node was watching
     */
    static Set<Integer> slots(Collection<Instant> minutes, Instant start, int step, Instant now) {
        Instant byMinute = now.minus(BY_MINUTE);
        return minutes.stream()
                .filter(minute -> step >= HOUR || !minute.isBefore(byMinute))
                .map(minute -> (int) (Duration.between(start, minute).toSeconds() / step))
                .collect(Collectors.toSet());
    }
}
