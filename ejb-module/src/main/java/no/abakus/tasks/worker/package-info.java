/**
 * The steps between a delivery and its acknowledgement. {@link no.abakus.tasks.worker.Pipeline} lists them in order.
 * The steps end in an {@link no.abakus.tasks.worker.Outcome}.
 *
 * <p>The worker does not use the broker's redelivery for control flow. A retry is a new message. An unreadable message
 * is moved to the dead-letter queue, and then the delivery is acknowledged. The broker redelivers a message only if a
 * server crashes, stops, or lacks something that the task needs, such as the database.
 */
package no.abakus.tasks.worker;
