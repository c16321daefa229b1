package no.abakus.sample.registrations;

import java.util.Optional;

/**
 * What a task made of a registration.
 *
 * @param eventId its event
 * @param state what has become of it
 * @param pool the name of its pool, if it has a place
 */
record Settled(String eventId, RegistrationState state, Optional<String> pool) {

    static Settled of(String eventId, Registration registration) {
        return new Settled(eventId, registration.state(), registration.pool().map(Pool::name));
    }
}
