package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.tasks.port.DelayedMessages.Received;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A delayed message that cannot be parked or sent becomes a dead letter. */
class UnparkableMessagesTest extends DelayedAtBroker {

    /** Spoils a message that could be parked. */
    private interface Spoiling {
        void spoil(Message message) throws JMSException;
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoiled("missing-property", "no id", message -> message.setStringProperty(WireFormat.ID, " ")),
                spoiled("missing-property", "no queue", message -> message.setStringProperty(WireFormat.QUEUE, null)),
                spoiled("missing-property", "no eta", message -> message.setStringProperty(WireFormat.ETA, null)),
                spoiled(
                        "invalid-property",
                        "long id",
                        message -> message.setStringProperty(WireFormat.ID, "x".repeat(256))),
                spoiled(
                        "invalid-property",
                        "nul in an id",
                        message -> message.setStringProperty(WireFormat.ID, "a\u0000b")),
                spoiled(
                        "invalid-property",
                        "an unpaired surrogate",
                        message -> message.setStringProperty(WireFormat.TASK, "a\ud83c")),
                spoiled(
                        "invalid-property",
                        "the dead letters",
                        message -> message.setStringProperty(WireFormat.QUEUE, "dead_letter")),
                spoiled(
                        "invalid-property",
                        "the expired",
                        message -> message.setStringProperty(WireFormat.QUEUE, "expired")),
                spoiled(
                        "invalid-property",
                        "itself",
                        message -> message.setStringProperty(WireFormat.QUEUE, "parking")),
                spoiled(
                        "invalid-property",
                        "bytes for an id",
                        message -> message.setObjectProperty(WireFormat.ID, new byte[] {1})),
                spoiled(
                        "invalid-property",
                        "bytes for a queue",
                        message -> message.setObjectProperty(WireFormat.QUEUE, new byte[] {1})),
                spoiled("invalid-property", "no time", message -> message.setStringProperty(WireFormat.ETA, "soon")),
                spoiled(
                        "invalid-property",
                        "beyond calendars",
                        message -> message.setStringProperty(WireFormat.ETA, "+1000000-01-01T00:00:00Z")),
                spoiled(
                        "invalid-property",
                        "a retry",
                        message -> message.setStringProperty(WireFormat.RETRIES, "many")),
                spoiled("too-large", "a long text", message -> ((TextMessage) message)
                        .setText("x".repeat(MAX_BODY + 1))));
    }

    private static Arguments spoiled(String reason, String how, Spoiling spoiling) {
        return Arguments.of(reason, how, spoiling);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("spoiled")
    void what_cannot_be_parked_is_a_dead_letter_and_the_others_are_parked(String reason, String how, Spoiling spoiling)
            throws JMSException {
        try (JMSContext jms = connections.createContext()) {
            TextMessage bad = parkable(jms);
            spoiling.spoil(bad);
            jms.createProducer().send(jms.createQueue(PARKING), bad).send(jms.createQueue(PARKING), parkable(jms));

            Received received = delayed.receive(10);

            assertThat(received.messages()).extracting(ParkedMessage::taskId).containsExactly("1");
            assertThat(received.rejected()).isEqualTo(1);
            assertThat(rejections)
                    .extracting(rejection -> rejection.reason().code())
                    .containsExactly(reason);
            Message dead = JmsHarness.browse(jms, graveyard).get(0);
            assertThat(dead.getStringProperty(WireFormat.DEAD_REASON)).isEqualTo(reason);
            assertThat(dead.getStringProperty(WireFormat.DEAD_QUEUE)).isEqualTo("parking");
        }
    }

    @Test
    void neither_text_nor_bytes_is_a_dead_letter() throws JMSException {
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer().send(jms.createQueue(PARKING), Map.of("a", 1));
            BytesMessage large = jms.createBytesMessage();
            large.writeBytes(new byte[MAX_BODY + 1]);
            jms.createProducer().send(jms.createQueue(PARKING), large);

            assertThat(delayed.receive(10).rejected()).isEqualTo(2);
            assertThat(rejections)
                    .extracting(rejection -> rejection.reason().code())
                    .containsExactly("message-type", "too-large");
        }
    }

    @Test
    void one_that_no_queue_takes_becomes_a_dead_letter_as_it_was_sent() throws Exception {
        TaskMessage message = everything(in(Duration.ofDays(1)));
        transport.send(new Route(queue, 8), message);

        delayed.bury(parked(), new Rejection(Rejection.Reason.INVALID_PROPERTY, "no such queue"));

        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(graveyard))) {
            Message letter = consumer.receive(PATIENCE_MILLIS);
            assertThat(letter.getStringProperty(WireFormat.DEAD_REASON)).isEqualTo("invalid-property");
            assertThat(letter.getStringProperty(WireFormat.DEAD_QUEUE)).isEqualTo(queue);
            assertThat(letter.getJMSPriority()).isEqualTo(8);
            TaskMessage read = new MessageReader(LIMITS, QueueNames.PLAIN, SampleMessages.TOKENS)
                    .read(letter, queue)
                    .message();
            assertThat(read.identity()).isEqualTo(message.identity());
            assertThat(read.payload()).isEqualTo(message.payload());
            assertThat(read.context()).isEqualTo(message.context());
        }
        assertThat(rejections).extracting(Rejection::detail).containsExactly("no such queue");
    }
}
