package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.junit.jupiter.api.Test;

/** A delayed message of another program comes to its queue with everything that the program wrote. */
class StrangersDelayedTest extends DelayedAtBroker {

    @Test
    void properties_that_nobody_knows_keep_their_values_and_their_types() throws JMSException {
        Map<String, Object> strange = new LinkedHashMap<>();
        strange.put("theirs_text", "tekst æøå € 𝄞");
        strange.put("theirs_boolean", true);
        strange.put("theirs_byte", (byte) -7);
        strange.put("theirs_short", (short) 300);
        strange.put("theirs_int", 70_000);
        strange.put("theirs_long", Long.MIN_VALUE);
        strange.put("theirs_float", 0.1f);
        strange.put("theirs_double", 0.1d);
        try (JMSContext jms = connections.createContext()) {
            TextMessage message = parkable(jms);
            for (Map.Entry<String, Object> property : strange.entrySet()) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
            message.setStringProperty("JMSXGroupID", "group-7");
            message.setJMSReplyTo(jms.createQueue("abakus.answers"));
            jms.createProducer().setPriority(2).setTimeToLive(3_600_000).send(jms.createQueue(PARKING), message);

            delayed.send(List.of(dueNow(parked())));
            Message moved = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))
                    .receive(PATIENCE_MILLIS);

            for (Map.Entry<String, Object> property : strange.entrySet()) {
                assertThat(moved.getObjectProperty(property.getKey())).isEqualTo(property.getValue());
            }
            assertThat(moved.getStringProperty("JMSXGroupID")).isEqualTo("group-7");
            assertThat(QueueNames.PLAIN.of(moved.getJMSReplyTo())).isEqualTo("answers");
            assertThat(moved.getJMSExpiration())
                    .isBetween(message.getJMSExpiration() - 1_000, message.getJMSExpiration() + 1_000);
            assertThat(moved.getJMSPriority()).isEqualTo(2);
            assertThat(moved.getBody(String.class)).isEqualTo("{}");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // the only way to name a queue that does not exist
    void one_whose_reply_queue_is_gone_comes_to_its_queue_without_it() throws JMSException {
        try (JMSContext jms = connections.createContext()) {
            TextMessage message = parkable(jms);
            message.setJMSReplyTo(ActiveMQJMSClient.createQueue(EmbeddedBroker.GONE + "answers"));
            jms.createProducer().send(jms.createQueue(PARKING), message);

            delayed.send(List.of(dueNow(parked())));

            Message moved = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))
                    .receive(PATIENCE_MILLIS);
            assertThat(moved.getStringProperty(WireFormat.ID)).isEqualTo("1");
            assertThat(moved.getJMSReplyTo()).isNull();
        }
    }
}
