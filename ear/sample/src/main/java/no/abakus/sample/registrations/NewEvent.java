package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * An event as webkom describes it.
 *
 * @param title what it is called
 * @param pools the pools, in the order in which they are filled
 * @param registrationOpens before it no registration is settled; null where it is open at once
 */
public record NewEvent(String title, List<NewPool> pools, Instant registrationOpens) {

    public NewEvent {
        Bounded.text("title", title);
        pools = pools == null ? List.of() : List.copyOf(pools);
    }

    /**
     * Places for some groups.
     *
     * @param name what the pool is called
     * @param capacity how many it takes
     * @param groups whom it is for
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
