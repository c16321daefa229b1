package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * A registration as a client requests it.
 *
 * @param user who will take part; null for the sender of the request
 * @param groups the groups that this person is in
 * @param eta the earliest time at which to settle the registration; null for immediately
 */
public record NewRegistration(String user, List<String> groups, Instant eta) {

    public NewRegistration {
        if (user != null) {
            Bounded.text("user", user);
        }
        groups = List.copyOf(Groups.of(groups).names());
    }

    NewRegistration orFor(String asking) {
        return user != null ? this : new NewRegistration(asking, groups, eta);
    }
}
