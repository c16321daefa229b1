package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * An event as webkom describes it.
 *
 * @param title the title of the event
 * @param pools the pools, in the order in which they are filled
 * @param registrationOpens the time before which no registration is settled; null if registration is open immediately
 */
public record NewEvent(String title, List<NewPool> pools, Instant registrationOpens) {

    public NewEvent {
        Bounded.text("title", title);
        pools = pools == null ? List.of() : List.copyOf(pools);
    }

    /**
     * Places for some groups.
     *
     * @param name the name of the pool
     * @param capacity the number of places in the pool
     * @param groups the groups that the pool is for
     */
    public record NewPool(String name, int capacity, List<String> groups) {

        public NewPool {
            Bounded.text("name", name);
            if (capacity < 0) {
                throw new IllegalArgumentException("capacity is less than 0");
            }
            groups = List.copyOf(Groups.of(groups).names());
        }
    }
}
