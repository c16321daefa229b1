/**
 * The steps between a delivery and its acknowledgement. {@link no.abakus.tasks.worker.Pipeline} lists them in order.
 * The steps end in an {@link no.abakus.tasks.worker.Outcome}.
 *
 * <p>The worker does not use the broker's redelivery for control flow. A retry is a new message. An unreadable message
 * is moved to the dead-letter queue, and then the delivery is acknowledged. Redelivery serves failures around the task:
 * for example, the server crashes or stops, or the database is unavailable.
 */
package no.abakus.tasks.worker;
