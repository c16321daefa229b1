package no.abakus.tasks.server.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.tasks.server.wildfly.WildFlyDestinations.Outcome;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.junit.jupiter.api.Test;

/** WildFly makes destinations of its own broker with an address and a name, and those of a broker outside with an address. */
class WildFlyDestinationsTest {

    private static final String LOOKUP = "java:app/jms/abakus/default";
    private static final String INVENTED = "shop_abakus-tasks_abakus-tasks_" + LOOKUP;

    @Test
    void a_queue_of_the_servers_own_broker_keeps_its_prefix() {
        ActiveMQDestination queue = ActiveMQDestination.createQueue("jms.queue." + INVENTED, INVENTED);

        assertThat(WildFlyDestinations.point(queue, LOOKUP, "abakus.shop.default"))
                .isEqualTo(Outcome.CHANGED);

        assertThat(queue.getAddress()).isEqualTo("jms.queue.abakus.shop.default");
    }

    @Test
    void a_queue_of_a_broker_outside_keeps_its_prefix() {
        ActiveMQDestination queue = ActiveMQDestination.createQueue("jms.queue." + INVENTED);

        assertThat(WildFlyDestinations.point(queue, LOOKUP, "abakus.shop.default"))
                .isEqualTo(Outcome.CHANGED);

        assertThat(queue.getAddress()).isEqualTo("jms.queue.abakus.shop.default");
    }

    @Test
    void a_topic_of_a_broker_outside_keeps_its_prefix() {
        ActiveMQDestination topic = ActiveMQDestination.createTopic("jms.topic." + INVENTED);

        assertThat(WildFlyDestinations.point(topic, LOOKUP, "abakus.shop.control"))
                .isEqualTo(Outcome.CHANGED);

        assertThat(topic.getAddress()).isEqualTo("jms.topic.abakus.shop.control");
    }

    @Test
    void a_destination_that_is_defined_with_a_name_stays() {
        ActiveMQDestination queue = ActiveMQDestination.createQueue("jms.queue.orders", "orders");

        assertThat(WildFlyDestinations.point(queue, LOOKUP, "abakus.shop.default"))
                .isEqualTo(Outcome.RIGHT);

        assertThat(queue.getAddress()).isEqualTo("jms.queue.orders");
    }
}
