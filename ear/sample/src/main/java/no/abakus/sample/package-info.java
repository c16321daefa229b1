/**
 * An application as a user of Abakus would write it: registrations for events, whose admission is a task, and tasks for
 * trying the task system out. Nothing of the task system depends on it.
 */
package no.abakus.sample;
