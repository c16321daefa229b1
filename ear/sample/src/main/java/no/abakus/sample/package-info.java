/**
 * A sample application, as a user of Abakus would write it. It has registrations for events, which tasks settle, and
 * tasks for trying out the task system. Nothing in the task system depends on it.
 */
package no.abakus.sample;
