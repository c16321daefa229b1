package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Arrays;
import java.util.stream.Stream;
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
        assertThat(QueueNames.atBroker("mail")).isEqualTo("abakus.mail");
        assertThat(QueueNames.ofBroker("abakus.mail")).isEqualTo("mail");
        assertThat(QueueNames.ofBroker(QueueNames.atBroker("abakus.mail"))).isEqualTo("abakus.mail");
    }

    @Test
    void what_a_broker_puts_before_it_is_taken_away() {
        assertThat(QueueNames.ofBroker("jms.queue.abakus.mail")).isEqualTo("mail");
    }

    @Test
    void a_queue_that_is_not_ours_keeps_its_name() {
        assertThat(QueueNames.ofBroker("orders")).isEqualTo("orders");
    }

    @Test
    void a_destination_that_is_no_queue_is_shown_as_it_is() throws JMSException {
        assertThat(QueueNames.of(new Named("abakus.mail"))).isEqualTo("mail");
        assertThat(QueueNames.of(null)).isEqualTo("null");
    }

    @Test
    void our_own_names_are_ones_that_either_broker_takes() {
        assertThat(Stream.of(DefaultQueue.class, ExpiredQueue.class, NewsTopic.class)
                        .flatMap(listener ->
                                Arrays.stream(listener.getAnnotationsByType(JMSDestinationDefinition.class)))
                        .map(JMSDestinationDefinition::destinationName))
                .contains(QueueNames.atBroker(QueueNames.DEAD_LETTER))
                .allMatch(name -> name.matches("[\\w$.]+"), "OpenMQ: letters, digits, _, $ and dots");
    }
}
