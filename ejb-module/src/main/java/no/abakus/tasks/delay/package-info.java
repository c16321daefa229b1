/**
 * Tasks that are not due for several minutes. A node moves these tasks from the broker to the database as soon as they
 * are sent, and to their queues shortly before they are due. So the broker holds only tasks that are due soon, not
 * tasks for next week.
 */
package no.abakus.tasks.delay;
