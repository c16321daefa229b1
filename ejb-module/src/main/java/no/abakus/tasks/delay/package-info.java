/**
 * Tasks that are due later than some minutes: a node takes them from the broker into the database as soon as they are sent,
 * and moves them to the queue they are worked from shortly before they are due. So what a queue costs the broker depends on
 * what is due soon, not on what is due next week.
 */
package no.abakus.tasks.delay;
