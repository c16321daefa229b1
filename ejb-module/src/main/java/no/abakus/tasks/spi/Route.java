package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.DeliveryMode;

/**
 * The queue, priority and delivery mode of a message.
 *
 * @param queue the queue's name, without the broker's prefix
 * @param priority JMS priority, 0 (last) to 9 (first)
 * @param exchange the exchange whose bindings led to the queue, if any
 * @param routingKey the routing key of the call, if any
 * @param deliveryMode whether the broker stores the message on disk
 */
public record Route(
        String queue, int priority, Optional<String> exchange, Optional<String> routingKey, DeliveryMode deliveryMode) {

    /** Creates a route directly to a queue, for messages that the broker stores on disk. */
    public Route(String queue, int priority) {
        this(queue, priority, Optional.empty(), Optional.empty(), DeliveryMode.PERSISTENT);
    }
}
