package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.DeliveryMode;

/**
 * Where a message goes, and how urgently.
 *
 * @param queue the queue's name, without the prefix it has at the broker
 * @param priority JMS priority, 0 to 9, 9 first
 * @param exchange the exchange whose bindings led to the queue, if one did
 * @param routingKey the key the call was routed by, if it had one
 * @param deliveryMode whether the broker keeps it on disk
 */
public record Route(
        String queue, int priority, Optional<String> exchange, Optional<String> routingKey, DeliveryMode deliveryMode) {

    /** Straight to a queue, kept on disk. */
    public Route(String queue, int priority) {
        this(queue, priority, Optional.empty(), Optional.empty(), DeliveryMode.PERSISTENT);
    }
}
