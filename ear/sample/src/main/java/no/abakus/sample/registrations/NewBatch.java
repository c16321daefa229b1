package no.abakus.sample.registrations;

import java.time.Instant;
import java.util.List;

/**
 * Many registrations in one request, of users called "0", "1" and so on.
 *
 * @param count the number of registrations
 * @param groups the groups that all of them are in
 * @param eta the earliest time at which to settle them; null for immediately
 */
public record NewBatch(int count, List<String> groups, Instant eta) {

    private static final int MOST = 10_000;

    public NewBatch {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "count must be between 1 and " + MOST + ", because a batch is one transaction");
        }
        groups = List.copyOf(Groups.of(groups).names());
    }

    NewRegistration registration(int number) {
        return new NewRegistration(Integer.toString(number), groups, eta);
    }
}
