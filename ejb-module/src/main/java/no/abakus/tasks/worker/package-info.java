/**
 * What happens between a delivery and its acknowledgement: a straight line of steps, listed in
 * {@link no.abakus.tasks.worker.Pipeline}, that ends in an {@link no.abakus.tasks.worker.Outcome}.
 *
 * <p>The worker never relies on the broker's redelivery for control flow. A retry is a message of its own. A message
 * that cannot be read is moved to the dead-letter queue, and then the delivery is acknowledged. Redelivery is only for
 * crashes.
 */
package no.abakus.tasks.worker;
