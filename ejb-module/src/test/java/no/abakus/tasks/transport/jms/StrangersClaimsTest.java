package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static no.abakus.tasks.transport.jms.Stranger.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.CountingIds;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A worker acts on a part of a message only if every sender may ask for that, or if no sender can make that part up. A
 * turn under a rate limit is tested in {@code StrangersTurnsTest}, an id and its record in {@code ForeignIdTest}.
 */
@ExtendWith(EmbeddedBroker.class)
class StrangersClaimsTest {

    private static final MessageConfig LIMITS = new MessageConfig(8 * 1024 * 1024, 64, 8 * 1024, 0, 0);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final Route ROUTE = new Route("default", 4);

    private final JMSContext jms = EmbeddedBroker.connections().createContext();

    @AfterEach
    void disconnect() {
        jms.close();
    }

    private static Delivery read(Message message) throws JMSException, UnreadableMessageException {
        return new MessageReader(LIMITS, QueueNames.PLAIN, SampleMessages.TOKENS).read(message, "default");
    }

    private Message claiming(Map<String, Object> claims) throws JMSException {
        Message message = jms.createTextMessage(BODY);
        required(message);
        for (Map.Entry<String, Object> claim : claims.entrySet()) {
            message.setObjectProperty(claim.getKey(), claim.getValue());
        }
        return message;
    }

    private Map<String, Object> contextOf(String token) throws JMSException, UnreadableMessageException {
        Message message = claiming(
                Map.of("abakus_token", token, "abakus_ctx_current_user", "root", "abakus_ctx_log_level", "debug"));
        return read(message).message().context().toMap();
    }

    @Test
    void the_context_of_a_message_with_a_nodes_token_is_the_nodes() throws Exception {
        assertThat(contextOf(SampleMessages.TOKENS.next("s-1")))
                .containsOnly(Map.entry("current_user", "root"), Map.entry("log_level", "debug"));
    }

    @Test
    void a_token_that_no_node_has_sealed_for_this_message_makes_it_no_message_of_a_node() throws Exception {
        String ofAnother = SampleMessages.TOKENS.next("s-2");
        String ofStranger = new SendTokens(new CountingIds(), new Seals()).next("s-1");
        for (String token : List.of("made up", ".", "task-1.", ofAnother, ofStranger, ofAnother + "x")) {
            assertThat(contextOf(token))
                    .as(token)
                    .containsEntry("abakus_sender", "unknown")
                    .doesNotContainKey("log_level");
        }
    }

    @Test
    void a_token_of_the_senders_own_still_protects_its_record() throws Exception {
        assertThat(read(claiming(Map.of("abakus_token", "own secret")))
                        .message()
                        .token())
                .contains("own secret");
    }

    @Test
    void what_a_node_sends_keeps_its_context_over_retries() throws Exception {
        TaskMessage sent = SampleMessages.ours(SampleMessages.draft("s-1")
                .context(Map.of("current_user", "anna"))
                .message());
        TaskMessage again = read(written(sent)).message().retriedAt(Instant.EPOCH);

        assertThat(read(written(again)).message().context()).isEqualTo(LogContext.ofPairs("current_user", "anna"));
    }

    private Message written(TaskMessage task) throws JMSException {
        return MessageWriter.write(task, ROUTE, jms, QueueNames.PLAIN);
    }

    private static Map<String, Object> contextOf(Message message) throws JMSException, UnreadableMessageException {
        return read(message).message().context().toMap();
    }

    @Test
    void a_message_that_a_node_sends_on_still_names_its_first_sender() throws Exception {
        String queue = "claims." + UUID.randomUUID();
        TaskMessage strangers = SampleMessages.draft("s-1")
                .context(Map.of("abakus_sender", "batch", "current_user", "root"))
                .message();

        new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN)
                .sealing(SampleMessages.TOKENS.seals())
                .send(new Route(queue, 4), strangers.retriedAt(Instant.EPOCH));

        Message again = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))
                .receive(PATIENCE_MILLIS);
        assertThat(contextOf(again)).containsEntry("abakus_sender", "batch").containsEntry("current_user", "root");
    }

    @Test
    void a_sender_that_no_node_has_sealed_is_not_believed() throws Exception {
        String ofAnother = new Seals().of("sender", "s-1", "operator");
        String forAnother = SampleMessages.TOKENS.seals().of("sender", "s-2", "operator");
        for (String seal : List.of("", "x", ofAnother, forAnother)) {
            Message message = claiming(Map.of("abakus_sender", "operator", "abakus_sender_seal", seal));

            assertThat(contextOf(message)).containsEntry("abakus_sender", "unknown");
        }
    }

    /** Such messages would be sent by a node, which may send where their sender may not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dead_letter",
                "expired",
                "parking",
                "billing/dead_letter",
                "billing/expired",
                "billing/parking",
                "abakus/dead_letter",
                "billing.dead_letter",
                "billing.expired"
            })
    void nothing_is_parked_for_a_queue_of_abakus_itself(String queue) throws JMSException {
        Message message = claiming(Map.of("abakus_queue", queue, "abakus_eta", "2100-01-01T00:00:00Z"));

        assertThatThrownBy(() -> new ParkedReader(LIMITS.maxBodySize(), QueueNames.PLAIN).read(message))
                .isInstanceOfSatisfying(
                        UnreadableMessageException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(Reason.INVALID_PROPERTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "billing/mail", "mail.expired.soon", "expired.mail"})
    void a_task_is_parked_for_every_other_queue(String queue) throws Exception {
        Message message = claiming(Map.of("abakus_queue", queue, "abakus_eta", "2100-01-01T00:00:00Z"));

        assertThat(new ParkedReader(LIMITS.maxBodySize(), QueueNames.PLAIN)
                        .read(message)
                        .queue())
                .isEqualTo(queue);
    }

    /** A revocation by name counts for what was sent before it, and a late first send would escape it. */
    @Test
    void nothing_was_sent_after_it_reached_its_queue() throws Exception {
        Message message = sentAndReceived(claiming(Map.of("abakus_sent", "9999-01-01T00:00:00Z")));

        assertThat(read(message).sent()).isEqualTo(Instant.ofEpochMilli(message.getJMSTimestamp()));
    }

    @Test
    void a_parked_task_was_sent_when_it_says() throws Exception {
        Message message = sentAndReceived(claiming(Map.of("abakus_sent", "2020-01-01T00:00:00Z")));

        assertThat(read(message).sent()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private Message sentAndReceived(Message message) {
        Queue queue = jms.createQueue("claims." + UUID.randomUUID());
        jms.createProducer().send(queue, message);
        return jms.createConsumer(queue).receive(PATIENCE_MILLIS);
    }

    /** The counts in a message can only reduce the attempts that the message has left. */
    @ParameterizedTest
    @CsvSource({
        "abakus_returns, -1, ",
        "abakus_retries, -1, invalid-property",
        "abakus_retries, 2147483647, invalid-property",
        "abakus_deaths, -1, invalid-property",
        "abakus_deaths, 2147483647, invalid-property"
    })
    void no_count_gives_a_message_more_turns_than_others(String count, int claimed, String reason) throws Exception {
        Message message = claiming(Map.of(count, claimed));

        if (reason == null) {
            assertThat(read(message).message().extras().returns().times()).isZero();
        } else {
            assertThatThrownBy(() -> read(message))
                    .isInstanceOfSatisfying(
                            UnreadableMessageException.class,
                            e -> assertThat(e.rejection().reason().code()).isEqualTo(reason));
        }
    }
}
