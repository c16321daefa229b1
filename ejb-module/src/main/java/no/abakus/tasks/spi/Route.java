package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.DeliveryMode;

/**
 * Where a message goes, and with what priority.
 *
 * @param queue the queue's name, without the prefix it has at the broker
 * @param priority JMS priority, 0 (last) to 9 (first)
 * @param exchange the exchange whose bindings led to the queue, if any
 * @param routingKey the key the call was routed by, if any
 * @param deliveryMode whether the broker stores it on disk
 */
public record Route(
        String queue, int priority, Optional<String> exchange, Optional<String> routingKey, DeliveryMode deliveryMode) {

    /** Straight to a queue, stored on disk. */
    public Route(String queue, int priority) {
        this(queue, priority, Optional.empty(), Optional.empty(), DeliveryMode.PERSISTENT);
    }
}
