package no.abakus.sample.registrations;

/** The state of a registration. */
enum RegistrationState {
    /** Its task has not run yet. */
    PENDING,
    /** It has a place in a pool. */
    ADMITTED,
    /** It is on the waiting list. */
    WAITING,
    /** Its task gave up. */
    FAILED,
    /** It was taken back. */
    UNREGISTERED
}
