package no.abakus.sample.registrations;

import java.util.Optional;

/**
 * The result of a task that settled a registration.
 *
 * @param eventId the registration's event
 * @param state the registration's state now
 * @param pool the name of the registration's pool, if it has a place
 */
record Settled(String eventId, RegistrationState state, Optional<String> pool) {

    static Settled of(String eventId, Registration registration) {
        return new Settled(eventId, registration.state(), registration.pool().map(Pool::name));
    }
}
