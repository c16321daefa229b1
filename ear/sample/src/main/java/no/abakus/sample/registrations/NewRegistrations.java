package no.abakus.sample.registrations;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Registrations to be taken in at once.
 *
 * @param count how many
 * @param groups what groups all of the users are in
 * @param eta when they are to be decided; null for as soon as registration is open
 */
public record NewRegistrations(int count, List<String> groups, OffsetDateTime eta) {

    private static final int MOST = 100_000;

    public NewRegistrations {
        Required.list("groups", groups);
        Required.that(count > 0 && count <= MOST, "count is " + count + "; it is 1 to " + MOST);
    }
}
