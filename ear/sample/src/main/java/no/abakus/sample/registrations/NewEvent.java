package no.abakus.sample.registrations;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An event to be opened.
 *
 * @param title what it is called
 * @param pools its places, in the order in which they are filled
 * @param registrationOpens when registrations begin to be decided; null for at once
 */
public record NewEvent(String title, List<NewPool> pools, OffsetDateTime registrationOpens) {

    public NewEvent {
        Required.text("title", title);
        Required.list("pools", pools);
    }

    /**
     * A pool of an event to be opened.
     *
     * @param name what it is called
     * @param capacity how many places it has
     * @param groups whose members may have them
     */
    public record NewPool(String name, int capacity, List<String> groups) {

        public NewPool {
            Required.text("pools.name", name);
            Required.list("pools.groups", groups);
            Required.that(capacity >= 0, "pools.capacity is " + capacity + "; it is 0 or more");
        }
    }
}
