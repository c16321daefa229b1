package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * A registration as somebody asks for it.
 *
 * @param user who is to take part; null for whoever asks
 * @param groups the groups that person is in
 * @param eta when it is to be settled at the earliest; null for at once
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
