/**
 * What happens to tasks, reported to all listeners. Our own log lines are one listener, and use nothing that other
 * listeners could not have.
 */
package no.abakus.tasks.event;
