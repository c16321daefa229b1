package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * An event as clients see it. All numbers except the capacities are counted from the registrations themselves.
 *
 * @param firstAdmitted the time at which the first of the currently admitted registrations was admitted; null if there
 *     are none
 * @param lastAdmitted the time at which the last of the currently admitted registrations was admitted; null if there
 *     are none
 */
public record EventView(
        String id,
        String title,
        long admitted,
        long waiting,
        long pending,
        long failed,
        List<PoolView> pools,
        Instant firstAdmitted,
        Instant lastAdmitted) {

    /** A pool and how many people have a place in it. */
    public record PoolView(String name, int capacity, long admitted) {}
}
