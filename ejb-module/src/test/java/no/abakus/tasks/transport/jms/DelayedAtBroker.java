package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.port.DelayedMessages.Received;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Delayed messages at a broker: a transport that parks them, their reader, and what it rejects. */
@ExtendWith(EmbeddedBroker.class)
abstract class DelayedAtBroker {

    static final Duration PARK_ABOVE = Duration.ofMinutes(5);
    static final String PARKING = QueueNames.PLAIN.atBroker(QueueNames.PARKING);
    static final long PATIENCE_MILLIS = 5_000;
    static final int MAX_BODY = 1024 * 1024;
    static final MessageConfig LIMITS = new MessageConfig(MAX_BODY, 64, 8 * 1024, 0, 0);

    final ConnectionFactory connections = EmbeddedBroker.connections();
    final String queue = "delayed." + UUID.randomUUID();
    final String graveyard = "dead." + UUID.randomUUID();
    final List<Rejection> rejections = new ArrayList<>();
    final List<Integer> told = new ArrayList<>();
    final JmsTransport transport = new JmsTransport(
            connections,
            TaskClock.system(),
            new FakeTransactions(),
            BrokerTraits.UNKNOWN,
            new Parking(PARK_ABOVE, () -> told.add(1)),
            QueueNames.PLAIN);
    final JmsDelayed delayed = delayed(connections);

    JmsDelayed delayed(ConnectionFactory broker) {
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

    static Instant in(Duration delay) {
        return Instant.ofEpochMilli(Instant.now().plus(delay).toEpochMilli());
    }

    TaskMessage everything(Instant eta) {
        return SampleMessages.ours(SampleMessages.everything()).dueAt(eta);
    }

    ParkedMessage parked() {
        Received received = delayed.receive(10);
        assertThat(received.messages()).hasSize(1);
        return received.messages().get(0);
    }

    static ParkedMessage dueNow(ParkedMessage parked) {
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

    TextMessage parkable(JMSContext jms) throws JMSException {
        TextMessage message = jms.createTextMessage("{}");
        message.setStringProperty(WireFormat.ID, "1");
        message.setStringProperty(WireFormat.TASK, "mail.send");
        message.setStringProperty(WireFormat.CONTENT_TYPE, "application/json");
        message.setStringProperty(WireFormat.QUEUE, queue);
        message.setStringProperty(WireFormat.ETA, in(Duration.ofDays(1)).toString());
        return message;
    }
}
