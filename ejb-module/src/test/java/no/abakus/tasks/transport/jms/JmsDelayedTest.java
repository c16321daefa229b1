package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.port.DelayedMessages.Received;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.SampleMessages;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that is due later stays out of its queue until it is nearly due, and then arrives as it was sent. */
@ExtendWith(EmbeddedBroker.class)
class JmsDelayedTest {

    private static final Duration PARK_ABOVE = Duration.ofMinutes(5);
    private static final String PARKING = QueueNames.PLAIN.atBroker(QueueNames.PARKING);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final int MAX_BODY = 1024 * 1024;
    private static final MessageConfig LIMITS = new MessageConfig(MAX_BODY, 64, 8 * 1024, 0, 0);

    private final ConnectionFactory connections = EmbeddedBroker.connections();
    private final String queue = "delayed." + UUID.randomUUID();
    private final String graveyard = "dead." + UUID.randomUUID();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final JmsTransport transport = new JmsTransport(
            connections,
            TaskClock.system(),
            new FakeTransactions(),
            BrokerTraits.UNKNOWN,
            new Parking(PARK_ABOVE, () -> told.add(1)),
            QueueNames.PLAIN);
    private final JmsDelayed delayed = delayed(connections);

    private JmsDelayed delayed(ConnectionFactory broker) {
        return new JmsDelayed(
                broker,
                MAX_BODY,
                new DeadLetters(connections, graveyard, TaskClock.system(), JmsHarness.NODE),
                event -> rejections.add(event.rejection()),
                TaskClock.system(),
                QueueNames.PLAIN);
    }

    @BeforeEach
    void nothing_is_left_over() {
        while (!delayed.receive(100).isEmpty()) {
            rejections.clear();
        }
    }

    private static Instant in(Duration delay) {
        return Instant.ofEpochMilli(Instant.now().plus(delay).toEpochMilli());
    }

    private TaskMessage everything(Instant eta) {
        return SampleMessages.ours(SampleMessages.everything()).dueAt(eta);
    }

    private ParkedMessage parked() {
        Received received = delayed.receive(10);
        assertThat(received.messages()).hasSize(1);
        return received.messages().get(0);
    }

    private Delivery delivered(ParkedMessage parked) throws JMSException, UnreadableMessageException {
        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(parked.queue())))) {
            return new MessageReader(LIMITS, QueueNames.PLAIN, SampleMessages.TOKENS)
                    .read(consumer.receive(PATIENCE_MILLIS), parked.queue());
        }
    }

    private static ParkedMessage dueNow(ParkedMessage parked) {
        return new ParkedMessage(
                parked.taskId(),
                parked.task(),
                parked.queue(),
                parked.priority(),
                parked.retries(),
                Instant.now(),
                parked.summary(),
                parked.content());
    }

    @Test
    void what_is_due_soon_goes_to_its_queue_and_what_is_due_later_does_not() {
        assertThat(delayed.areThere()).isFalse();
        transport.send(
                new Route(queue, 4),
                SampleMessages.draft("soon").eta(in(Duration.ofMinutes(4))).message());
        assertThat(delayed.areThere()).isFalse();
        assertThat(told).isEmpty();

        transport.send(
                new Route(queue, 4),
                SampleMessages.draft("later").eta(in(Duration.ofMinutes(6))).message());

        assertThat(delayed.areThere()).isTrue();
        assertThat(told).hasSize(1);
        assertThat(parked().taskId()).isEqualTo("later");
        assertThat(delayed.areThere()).isFalse();
    }

    @Test
    void what_is_known_of_a_parked_task_is_what_was_said_of_it() {
        Instant eta = in(Duration.ofDays(1));
        TaskMessage message = everything(eta);
        transport.send(new Route(queue, 8), message);

        ParkedMessage parked = parked();

        assertThat(parked.taskId()).isEqualTo(message.id());
        assertThat(parked.task()).isEqualTo(message.task());
        assertThat(parked.queue()).isEqualTo(queue);
        assertThat(parked.priority()).isEqualTo(8);
        assertThat(parked.retries()).isEqualTo(message.retries());
        assertThat(parked.due()).isEqualTo(eta);
        assertThat(parked.summary()).isEqualTo(message.summary());
        assertThat(parked.context())
                .containsEntry("request_id", String.valueOf(message.context().get("request_id")))
                .containsEntry("current_user", "17")
                .containsEntry("navn på bruker", "Åse");
    }

    @Test
    void it_comes_to_its_queue_as_it_was_sent() throws Exception {
        Instant before = in(Duration.ZERO);
        TaskMessage message = everything(in(Duration.ofDays(1)));
        Route route = new Route(queue, 8, Optional.of("news"), Optional.of("a.b"), DeliveryMode.TRANSIENT);
        transport.send(route, message);

        delayed.send(List.of(dueNow(parked())));
        Delivery delivery = delivered(new ParkedMessage("", "", queue, 0, 0, before, Optional.empty(), new byte[0]));

        assertThat(delivery.message()).isEqualTo(message);
        assertThat(delivery.route()).isEqualTo(route);
        assertThat(delivery.sent()).as("when it was first sent").isBetween(before, Instant.now());
        assertThat(delivery.due()).isEqualTo(message.eta().orElseThrow());
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

    @Test
    void a_body_of_bytes_and_one_of_odd_text_come_as_they_were() throws Exception {
        byte[] bytes = {0, 1, -1, 127, -128, '{'};
        Instant eta = in(Duration.ofDays(1));
        transport.send(
                new Route(queue, 4),
                SampleMessages.draft("1")
                        .eta(eta)
                        .body(new MessageBody.Binary(bytes))
                        .message());
        delayed.send(List.of(dueNow(parked())));
        assertThat(((MessageBody.Binary) delivered(at(queue)).message().body()).bytes())
                .isEqualTo(bytes);

        String odd = "æ 🎈 \u0000 half: \ud83c.";
        transport.send(
                new Route(queue, 4),
                SampleMessages.draft("2")
                        .eta(eta)
                        .body(new MessageBody.Text(odd))
                        .message());
        delayed.send(List.of(dueNow(parked())));
        assertThat(delivered(at(queue)).message().body()).isEqualTo(new MessageBody.Text(odd));
    }

    private static ParkedMessage at(String queue) {
        return new ParkedMessage("", "", queue, 0, 0, Instant.EPOCH, Optional.empty(), new byte[0]);
    }

    @Test
    void it_is_not_delivered_before_it_is_due() throws Exception {
        Instant eta = in(Duration.ofMillis(PARK_ABOVE.toMillis() + 60_000));
        transport.send(new Route(queue, 4), SampleMessages.draft("1").eta(eta).message());

        delayed.send(List.of(parked()));

        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))) {
            assertThat(consumer.receive(200)).isNull();
        }
    }

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

    private TextMessage parkable(JMSContext jms) throws JMSException {
        TextMessage message = jms.createTextMessage("{}");
        message.setStringProperty(WireFormat.ID, "1");
        message.setStringProperty(WireFormat.TASK, "mail.send");
        message.setStringProperty(WireFormat.CONTENT_TYPE, "application/json");
        message.setStringProperty(WireFormat.QUEUE, queue);
        message.setStringProperty(WireFormat.ETA, in(Duration.ofDays(1)).toString());
        return message;
    }

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
    void a_broker_that_is_away_is_said_to_be() {
        JmsDelayed away = delayed(EmbeddedBroker.unreachable());

        assertThatThrownBy(away::areThere).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> away.receive(1)).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> away.send(List.of(at(queue)))).isInstanceOf(OperationalException.class);
    }
}
