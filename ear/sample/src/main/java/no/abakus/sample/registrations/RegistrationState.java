package no.abakus.sample.registrations;

/** The state of a registration. */
enum RegistrationState {
    /** The registration's task has neither settled it nor given up. */
    PENDING,
    /** The registration has a place in a pool. */
    ADMITTED,
    /** The registration is on the waiting list. */
    WAITING,
    /** The registration's task gave up. */
    FAILED,
    /** The registration was taken back. */
    UNREGISTERED
}
