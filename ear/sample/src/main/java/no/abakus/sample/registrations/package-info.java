/**
 * Registrations for events. A request writes a pending registration and sends a task in one transaction; the task admits
 * it, holding the event's row, so that nobody is ever admitted above a pool's capacity.
 */
package no.abakus.sample.registrations;
