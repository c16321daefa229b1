/**
 * The steps between a delivery and its acknowledgement. {@link no.abakus.tasks.worker.Pipeline} lists them in order.
 * The steps end in an {@link no.abakus.tasks.worker.Outcome}.
 *
 * <p>The worker never relies on the broker's redelivery for control flow. A retry is a new message. An unreadable
 * message is moved to the dead-letter queue, and then the delivery is acknowledged. Only crashes depend on redelivery.
 */
package no.abakus.tasks.worker;
