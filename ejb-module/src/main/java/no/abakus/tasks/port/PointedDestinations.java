package no.abakus.tasks.port;

import java.util.Set;

/**
 * The result of pointing listeners to their destinations.
 *
 * @param missing the JNDI names of destinations that the server has not made yet
 * @param hasChanged whether a destination now has another name
 */
public record PointedDestinations(Set<String> missing, boolean hasChanged) {

    /** The result on a server whose destinations have the right names from the start. */
    public static final PointedDestinations NONE = new PointedDestinations(Set.of(), false);
}
