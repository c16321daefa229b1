package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.testing.ControlChannelContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The conversation of nodes over a topic meets the contract. */
@ExtendWith(EmbeddedBroker.class)
class JmsControlTest extends ControlChannelContract {

    private final List<JMSContext> subscriptions = new ArrayList<>();

    @Override
    protected ControlChannel channel() {
        return new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN).control();
    }

    @Override
    protected ControlChannel unreachable() {
        return new JmsTransport(EmbeddedBroker.unreachable(), TaskClock.system(), QueueNames.PLAIN).control();
    }

    @Override
    protected void join(ControlListener listener) {
        JMSContext jms = EmbeddedBroker.connections().createContext();
        subscriptions.add(jms);
        jms.createConsumer(jms.createTopic(QueueNames.PLAIN.topicAtBroker(JmsControl.TOPIC)))
                .setMessageListener(message -> {
                    try {
                        JmsControl.read(message).ifPresent(listener::heard);
                    } catch (JMSException e) {
                        throw new AssertionError("What was said cannot be read", e);
                    }
                });
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(JMSContext::close);
    }

    @Test
    void what_others_say_on_the_topic_is_not_heard() throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            assertThat(JmsControl.read(jms.createTextMessage("hei"))).isEmpty();
            assertThat(JmsControl.read(jms.createMessage())).isEmpty();
        }
    }
}
