/**
 * Registrations for events with limited places. A request writes a pending registration and sends the task that settles
 * it, both in one transaction, so that neither is ever there without the other. The task locks the event's row and admits,
 * or puts on the waiting list; so nobody is admitted above a pool's capacity, on however many servers the tasks run.
 *
 * <p>{@link no.abakus.sample.registrations.RegistrationDesk} is what a request does,
 * {@link no.abakus.sample.registrations.Registrar} holds the tasks, and
 * {@link no.abakus.sample.registrations.Admissions} the transactions the tasks make.
 */
package no.abakus.sample.registrations;
