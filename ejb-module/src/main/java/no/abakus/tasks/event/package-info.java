/**
 * Reports task events to all listeners. Abakus's own log lines come from one of these listeners, which gets the same
 * data as the others.
 */
package no.abakus.tasks.event;
