package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static no.abakus.tasks.transport.jms.Stranger.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.Stranger.Filling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that were set aside: the contents of a dead letter, and its log lines. */
@ExtendWith(EmbeddedBroker.class)
class BuriedMessagesTest {

    private final Stranger stranger = new Stranger();
    private final JMSContext jms = stranger.jms;
    private final String queue = stranger.queue;
    private final String graveyard = stranger.graveyard;
    private final JmsHarness harness = stranger.harness;
    private final Workbench bench = stranger.bench;

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void a_dead_letter_keeps_headers_and_properties_in_their_types() throws JMSException {
        Instant before = Instant.now();
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    message.setJMSType("mail.send");
                    message.setJMSCorrelationID("c-1");
                    message.setStringProperty("text", "å");
                    message.setIntProperty("int", 1);
                    message.setLongProperty("long", 2L);
                    message.setDoubleProperty("double", 0.5);
                    message.setBooleanProperty("boolean", true);
                    message.setObjectProperty("nothing", null);
                },
                "missing-property");

        assertThat(dead.getJMSType()).isEqualTo("mail.send");
        assertThat(dead.getJMSCorrelationID()).isEqualTo("c-1");
        assertThat(dead.getJMSPriority()).isEqualTo(6);
        assertThat(dead.getObjectProperty("text")).isEqualTo("å");
        assertThat(dead.getObjectProperty("int")).isEqualTo(1);
        assertThat(dead.getObjectProperty("long")).isEqualTo(2L);
        assertThat(dead.getObjectProperty("double")).isEqualTo(0.5);
        assertThat(dead.getObjectProperty("boolean")).isEqualTo(true);
        assertThat(dead.propertyExists("nothing")).isTrue();
        assertThat(dead.getStringProperty("abakus_dead_queue")).isEqualTo(queue);
        assertThat(dead.getStringProperty("abakus_dead_node")).isEqualTo(JmsHarness.NODE);
        assertThat(Instant.parse(dead.getStringProperty("abakus_dead_at"))).isBetween(before, Instant.now());
    }

    @Test
    void a_dead_letter_of_a_delayed_message_is_there_at_once() throws JMSException {
        jms.createProducer().setDeliveryDelay(200).setTimeToLive(60_000).send(destination(), "no task");

        assertThat(harness.deliverNext(queue, bench.worker())).isTrue();

        assertThat(burials()).hasSize(1);
        assertThat(burials().get(0).getJMSExpiration()).isZero();
    }

    @Test
    void a_message_that_died_twice_tells_of_the_last_time() throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty("abakus_content_type", "text/csv");
                    message.setStringProperty("abakus_dead_reason", "too-large");
                    message.setStringProperty("abakus_dead_queue", "another");
                },
                "content-type");

        assertThat(burials().get(0).getStringProperty("abakus_dead_queue")).isEqualTo(queue);
    }

    @Test
    void a_long_detail_is_cut() throws JMSException {
        Message message = jms.createTextMessage(BODY);
        required(message);
        jms.createProducer().send(destination(), message);
        harness.deliverNext(
                queue,
                ScriptedHandler.of(delivery ->
                        new Settlement.DeadLetter(new Rejection(Rejection.Reason.REFUSED, "x".repeat(50_000)))));

        Message dead = burials().get(0);
        assertThat(dead.getStringProperty("abakus_dead_detail")).hasSize(4001).endsWith("…");
    }

    @Test
    void a_message_goes_back_to_the_broker_if_it_cannot_be_buried() throws JMSException {
        ConnectionFactory nobody = EmbeddedBroker.unreachable();
        JmsDeliveries deliveries = new JmsDeliveries(
                new MessageConfig(1024, 64, 8192, 0, 0),
                bench.worker(),
                new DeadLetters(nobody, graveyard, TaskClock.system(), JmsHarness.NODE),
                new GivenBack(nobody, TaskClock.system(), why -> false, SampleMessages.TOKENS.seals()),
                new ConsumerMonitor(nobody, QueueNames.PLAIN, "default", () -> false, TaskClock.system()),
                WorkGate.OPEN,
                QueueNames.PLAIN,
                SampleMessages.TOKENS);

        TextMessage message = jms.createTextMessage("no task");

        assertThatThrownBy(() -> deliveries.receive(message, new ConsumedQueue()))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void what_was_not_read_is_logged_with_its_reason() throws JMSException {
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            send(jms.createTextMessage("no task"), message -> {});

            CapturedLines.Line line = lines.only("task_rejected");
            assertThat(line.fields())
                    .containsEntry("reason", "missing-property")
                    .containsEntry("queue", queue)
                    .containsKeys("detail", "message_id");
        }
    }

    private Message sendToItsDeath(Message message, Filling filling, String reason) throws JMSException {
        return stranger.sendToItsDeath(message, filling, reason);
    }

    private void send(Message message, Filling filling) throws JMSException {
        stranger.send(message, filling);
    }

    private List<Message> burials() throws JMSException {
        return stranger.burials();
    }

    private jakarta.jms.Queue destination() {
        return stranger.destination();
    }
}
