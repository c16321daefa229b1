package no.abakus.sample.registrations;

import java.util.List;

/**
 * Registrations that were asked for together.
 *
 * @param count the number of registrations
 * @param registrations the registrations, in the order of their users
 */
public record RequestedBatch(int count, List<Requested> registrations) {

    static RequestedBatch of(List<Requested> registrations) {
        return new RequestedBatch(registrations.size(), registrations);
    }
}
