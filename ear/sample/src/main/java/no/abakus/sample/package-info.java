/**
 * An application as a user of Abakus would write it: registrations for events, which tasks admit, and tasks for trying
 * out the task system. Nothing in the task system depends on it.
 */
package no.abakus.sample;
