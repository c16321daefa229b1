package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.Test;

/** A task that is due later stays out of its queue until it is nearly due, and then arrives as it was sent. */
class JmsDelayedTest extends DelayedAtBroker {

    private Delivery delivered(ParkedMessage parked) throws JMSException, UnreadableMessageException {
        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(parked.queue())))) {
            return new MessageReader(LIMITS, QueueNames.PLAIN, SampleMessages.TOKENS)
                    .read(consumer.receive(PATIENCE_MILLIS), parked.queue());
        }
    }

    private static ParkedMessage at(String queue) {
        return new ParkedMessage("", "", queue, 0, 0, Instant.EPOCH, Optional.empty(), new byte[0]);
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
    void a_broker_that_is_away_is_said_to_be() {
        JmsDelayed away = delayed(EmbeddedBroker.unreachable());

        assertThatThrownBy(away::areThere).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> away.receive(1)).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> away.send(List.of(at(queue)))).isInstanceOf(OperationalException.class);
    }
}
