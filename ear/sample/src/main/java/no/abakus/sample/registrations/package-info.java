/**
 * Registrations for events with limited places. A request writes a pending registration and sends the task that settles
 * it. Both happen in one transaction, so neither exists without the other. The task locks the event's row and admits
 * the registration or puts it on the waiting list. So a pool never admits more people than its capacity, however many
 * servers run the tasks.
 *
 * <p>{@link no.abakus.sample.registrations.RegistrationDesk} does the work of a request, {@link
 * no.abakus.sample.registrations.Registrar} has the tasks, and {@link no.abakus.sample.registrations.Admissions} has
 * the transactions of the tasks.
 */
package no.abakus.sample.registrations;
