/**
 * What happens to tasks, told to whoever listens. Our own log lines are one of the listeners, made of nothing that
 * others could not have.
 */
package no.abakus.tasks.event;
