package no.abakus.tasks.port;

import java.util.Set;

/**
 * What happened to the destinations of listeners.
 *
 * @param missing the JNDI names of destinations that the server has not made yet
 * @param hasChanged whether a destination now has another name
 */
public record PointedDestinations(Set<String> missing, boolean hasChanged) {

    /** For a server where the destinations have their names from the start. */
    public static final PointedDestinations NONE = new PointedDestinations(Set.of(), false);
}
