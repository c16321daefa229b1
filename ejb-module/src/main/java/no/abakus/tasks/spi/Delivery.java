package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * A message as the broker delivered it.
 *
 * @param message the message
 * @param route the queue it came from and the priority it was delivered with
 * @param sent when it was sent, by its sender's clock
 * @param due the earliest time of delivery: its delivery time, or when it was sent if that is later
 * @param deliveryCount how often the broker has delivered the message by its own count, starting at 1
 * @param redelivered whether the broker may have delivered it before
 */
public record Delivery(
        TaskMessage message, Route route, Instant sent, Instant due, int deliveryCount, boolean redelivered) {

    /** A message that was due when it was sent. */
    public Delivery(TaskMessage message, Route route, Instant due, int deliveryCount, boolean redelivered) {
        this(message, route, due, due, deliveryCount, redelivered);
    }
}
