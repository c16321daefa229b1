/**
 * The steps between a delivery and its acknowledgement. {@link no.abakus.tasks.worker.Pipeline} lists them in order.
 * The steps end in an {@link no.abakus.tasks.worker.Outcome}.
 *
 * <p>The worker does not use the broker's redelivery for control flow. A retry is a new message. An unreadable message
 * is moved to the dead-letter queue, and then the delivery is acknowledged. The broker redelivers a message after a
 * failure around the task: for example, if the server crashes or stops, or if the database is unavailable.
 */
package no.abakus.tasks.worker;
