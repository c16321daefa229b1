package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A queue has one name for tasks and another at the broker. */
class QueueNamesTest {

    private record Named(String name) implements Queue {
        @Override
        public String getQueueName() {
            return name;
        }
    }

    @Test
    void a_name_comes_back_from_the_broker() {
        assertThat(QueueNames.PLAIN.atBroker("mail")).isEqualTo("abakus.mail");
        assertThat(QueueNames.PLAIN.ofBroker("abakus.mail")).isEqualTo("mail");
        assertThat(QueueNames.PLAIN.ofBroker(QueueNames.PLAIN.atBroker("abakus.mail")))
                .isEqualTo("abakus.mail");
    }

    @Test
    void what_a_broker_puts_before_it_is_taken_away() {
        assertThat(QueueNames.PLAIN.ofBroker("jms.queue.abakus.mail")).isEqualTo("mail");
    }

    @Test
    void a_queue_that_is_not_ours_keeps_its_name() {
        assertThat(QueueNames.PLAIN.ofBroker("orders")).isEqualTo("orders");
    }

    @Test
    void a_destination_that_is_no_queue_is_shown_as_it_is() throws JMSException {
        assertThat(QueueNames.PLAIN.of(new Named("abakus.mail"))).isEqualTo("mail");
        assertThat(QueueNames.PLAIN.of(null)).isEqualTo("null");
    }

    @Test
    void the_names_of_an_application_contain_its_name() {
        QueueNames shop = new QueueNames("shop");

        assertThat(shop.atBroker("mail")).isEqualTo("abakus.shop.mail");
        assertThat(shop.topicAtBroker("control")).isEqualTo("abakus.shop.control");
        assertThat(shop.ofBroker("jms.queue.abakus.shop.mail")).isEqualTo("mail");
    }

    @Test
    void the_queue_of_another_application_is_called_by_both_names() {
        QueueNames shop = new QueueNames("shop");

        assertThat(shop.ofBroker("jms.queue.abakus.billing.mail")).isEqualTo("billing/mail");
        assertThat(shop.atBroker("billing/mail")).isEqualTo("abakus.billing.mail");
        assertThat(shop.ofBroker("abakus.mail")).isEqualTo("abakus/mail");
        assertThat(shop.atBroker("abakus/mail")).isEqualTo("abakus.mail");
        assertThat(shop.atBroker("shop/mail")).isEqualTo("abakus.shop.mail");
        assertThat(QueueNames.PLAIN.atBroker("shop/mail")).isEqualTo("abakus.shop.mail");
        assertThat(QueueNames.PLAIN.atBroker(QueueNames.PLAIN.ofBroker("abakus.shop.mail")))
                .isEqualTo("abakus.shop.mail");
    }

    @Test
    void a_listener_may_give_a_queue_another_name_at_the_broker() {
        QueueNames shop = new QueueNames("shop", Map.of("mail", "abakus.mail", "letters", "letters"));

        assertThat(shop.atBroker("mail")).isEqualTo("abakus.mail");
        assertThat(shop.ofBroker("jms.queue.abakus.mail")).isEqualTo("mail");
        assertThat(shop.atBroker("letters")).isEqualTo("letters");
        assertThat(shop.atBroker("default")).isEqualTo("abakus.shop.default");
    }

    @Test
    void the_definitions_name_no_destination_so_that_two_applications_do_not_define_the_same() {
        assertThat(Stream.of(DefaultQueue.class, ExpiredQueue.class, NewsTopic.class, ControlTopic.class)
                        .flatMap(listener ->
                                Arrays.stream(listener.getAnnotationsByType(JMSDestinationDefinition.class))))
                .hasSize(4)
                .allSatisfy(definition -> {
                    assertThat(definition.destinationName()).isEmpty();
                    assertThat(definition.properties())
                            .singleElement(InstanceOfAssertFactories.STRING)
                            .matches("Name=\\$\\{MPCONFIG=abakus\\.(queue|topic)\\.\\w+:abakus\\.\\w+}");
                });
    }

    @Test
    void our_own_names_are_ones_that_either_broker_takes() {
        assertThat(QueueNames.RESERVED)
                .allMatch(name -> name.matches("[\\w$.]+"), "OpenMQ: letters, digits, _, $ and dots");
    }
}
