/**
 * Reports task events to all listeners. Abakus's own log lines are one listener, and use only data that every listener
 * receives.
 */
package no.abakus.tasks.event;
