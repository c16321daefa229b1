/**
 * Tasks that are due later than some minutes. A node takes them from the broker into the database as soon as they are
 * sent, and moves them to their queue shortly before they are due. So the cost of a queue at the broker depends on what
 * is due soon, not on what is due next week.
 */
package no.abakus.tasks.delay;
