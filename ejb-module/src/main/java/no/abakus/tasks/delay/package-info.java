/**
 * Tasks that are not due for several minutes. A node moves these tasks from the broker to the database soon after they
 * are sent. Shortly before they are due, a node moves them to their queues. So the broker holds only tasks that are due
 * soon, not tasks for next week.
 */
package no.abakus.tasks.delay;
