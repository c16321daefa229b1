package no.abakus.sample.registrations;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How an event stands.
 *
 * @param id its id
 * @param title what it is called
 * @param admitted how many have a place
 * @param waiting how many wait for one
 * @param pending how many are not decided yet
 * @param failed how many could not be decided
 * @param pools its pools
 * @param firstAdmitted when the first place was given; null while none was
 * @param lastAdmitted when the last place was given; null while none was
 */
public record EventState(
        long id,
        String title,
        long admitted,
        long waiting,
        long pending,
        long failed,
        List<PoolState> pools,
        OffsetDateTime firstAdmitted,
        OffsetDateTime lastAdmitted) {

    /**
     * How a pool stands.
     *
     * @param name what it is called
     * @param capacity how many places it has
     * @param admitted how many of them are taken
     */
    public record PoolState(String name, int capacity, long admitted) {}
}
