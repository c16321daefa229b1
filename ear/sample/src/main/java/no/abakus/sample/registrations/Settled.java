package no.abakus.sample.registrations;

import java.util.Optional;

/**
 * What a task did with a registration.
 *
 * @param eventId its event
 * @param state its state now
 * @param pool the name of its pool, if it has a place
 */
record Settled(String eventId, RegistrationState state, Optional<String> pool) {

    static Settled of(String eventId, Registration registration) {
        return new Settled(eventId, registration.state(), registration.pool().map(Pool::name));
    }
}
