/**
 * A sample application, as a user of Abakus would write it. People register for events, and tasks settle their
 * registrations. Other tasks are for trying out the task system. Nothing in the task system depends on it.
 */
package no.abakus.sample;
