package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * A message as the broker delivered it.
 *
 * @param message the message
 * @param route the queue it came from and the priority it was delivered with
 * @param sent when it was sent, by its sender's clock
 * @param due the earliest time at which the message could be delivered: its delivery time or the time when it was sent,
 *     whichever is later
 * @param deliveryCount how often the broker has delivered the message according to the broker's own count, starting at
 *     1
 * @param redelivered whether the broker may have delivered it before
 */
public record Delivery(
        TaskMessage message, Route route, Instant sent, Instant due, int deliveryCount, boolean redelivered) {

    /** Creates the delivery of a message that was due when it was sent. */
    public Delivery(TaskMessage message, Route route, Instant due, int deliveryCount, boolean redelivered) {
        this(message, route, due, due, deliveryCount, redelivered);
    }
}
