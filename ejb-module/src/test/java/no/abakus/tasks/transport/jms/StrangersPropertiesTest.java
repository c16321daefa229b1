package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static no.abakus.tasks.transport.jms.Stranger.allBut;
import static no.abakus.tasks.transport.jms.Stranger.required;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.stream.Stream;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.Stranger.Filling;
import no.abakus.tasks.transport.jms.Stranger.Mailer;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of messages that others put into our queues. */
@ExtendWith(EmbeddedBroker.class)
class StrangersPropertiesTest {

    private static final long PATIENCE_MILLIS = 5_000;

    private final Stranger stranger = new Stranger();
    private final JMSContext jms = stranger.jms;
    private final String queue = stranger.queue;
    private final Mailer mailer = stranger.mailer;
    private final Workbench bench = stranger.bench;

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void numbers_may_be_text_and_context_keys_need_no_list() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_retries", "2");
            message.setStringProperty("abakus_version", "1");
            message.setStringProperty("abakus_ctx_request_id", "r-1");
            message.setStringProperty("abakus_ctx_user$002dagent", "curl");
        });

        TaskEvent.Started started = bench.events().only(TaskEvent.Started.class);
        assertThat(started.delivery().message().retries()).isEqualTo(2);
        assertThat(started.delivery().message().context().toMap())
                .containsEntry("request_id", "r-1")
                .containsEntry("user-agent", "curl");
    }

    @Test
    void the_longest_id_is_a_task() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_id", "i".repeat(255));
        });

        assertThat(mailer.sent).containsExactly("a@b.no");
    }

    @ParameterizedTest
    @CsvSource({"abakus_id", "abakus_task", "abakus_content_type"})
    void a_required_property_that_is_missing_is_named(String property) throws JMSException {
        Message dead = sendToItsDeath(jms.createTextMessage(BODY), allBut(property), "missing-property");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .isEqualTo(
                        "The message has no property " + property + ", which every task has; see docs/wire-format.md");
        TaskEvent.Unreadable told = bench.events().only(TaskEvent.Unreadable.class);
        assertThat(told.queue()).isEqualTo(queue);
        assertThat(told.messageId()).startsWith("ID:");
    }

    static Stream<Arguments> textsThatFitNowhere() {
        return Stream.of(
                        "abakus_id",
                        "abakus_task",
                        "abakus_root_id",
                        "abakus_parent_id",
                        "abakus_token",
                        "abakus_origin",
                        "abakus_shadow",
                        "abakus_content_type",
                        "abakus_compression",
                        "abakus_exchange",
                        "abakus_routing_key",
                        "abakus_hold_grant",
                        "JMSXGroupID")
                .flatMap(property -> Stream.of(
                                "i".repeat(256), "\ud83d\ude00".repeat(128), "nul\u0000", "half \ud800", "a\nb")
                        .map(text -> Arguments.of(property, text)));
    }

    @ParameterizedTest
    @MethodSource("textsThatFitNowhere")
    void a_text_that_no_database_or_console_takes_is_an_invalid_property(String property, String text)
            throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty("abakus_hold_until", "2026-01-01T00:00:00Z");
                    message.setStringProperty(property, text);
                },
                "invalid-property");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .contains(property)
                .doesNotContain("\u0000", "\ud800")
                .hasSizeLessThan(300);
    }

    @Test
    void a_correlation_id_is_bounded_as_well() throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setJMSCorrelationID("c".repeat(256));
                },
                "invalid-property");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abakus_link", "abakus_link_error"})
    void links_longer_than_any_sender_writes_are_not_even_parsed(String property) throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty(property, "[" + "{},".repeat(20_000) + "{}]");
                },
                "invalid-property");

        assertThat(dead.getStringProperty("abakus_dead_detail")).contains(property, "60000");
    }

    @Test
    void an_expired_message_from_a_queue_of_no_possible_name_is_a_dead_letter() throws JMSException {
        Message message = jms.createTextMessage(BODY);
        required(message);
        message.setStringProperty("abakus_queue", "q".repeat(256));
        jms.createProducer().send(stranger.destination(), message);

        try (JMSConsumer consumer = jms.createConsumer(stranger.destination())) {
            stranger.harness.deliveries(bench.worker()).expired(consumer.receive(PATIENCE_MILLIS));
        }

        assertThat(bench.events().all()).hasOnlyElementsOfType(TaskEvent.Unreadable.class);
        assertThat(stranger.burials()).hasSize(1);
        assertThat(stranger.burials().get(0).getStringProperty("abakus_dead_reason"))
                .isEqualTo("invalid-property");
    }

    @ParameterizedTest
    @CsvSource({
        "abakus_version, 2, wire-version",
        "abakus_version, 0, wire-version",
        "abakus_version, one, invalid-property",
        "abakus_retries, many, invalid-property",
        "abakus_retries, -1, invalid-property",
        "abakus_retries, 99999999999, invalid-property",
        "abakus_retries, 2147483647, invalid-property",
        "abakus_eta, tomorrow, invalid-property",
        "abakus_eta, +1000000000-12-31T23:59:59.999999999Z, invalid-property",
        "abakus_expires, -1000000000-01-01T00:00:00Z, invalid-property",
        "abakus_content_type, application/x-java-serialized-object, content-type",
        "abakus_task, mail.sent, unknown-task",
    })
    void a_property_that_says_nonsense_is_the_reason(String property, String value, String reason) throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty(property, value);
                },
                reason);

        assertThat(dead.getStringProperty("abakus_dead_detail")).contains(value);
        assertThat(dead.getStringProperty(property)).isEqualTo(value);
        assertThat(((TextMessage) dead).getText()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_property_of_the_wrong_type_is_the_reason(boolean value) throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setBooleanProperty("abakus_retries", value);
                },
                "invalid-property");
    }

    /** JMS has no such properties, but other clients of a broker can send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"abakus_id", "abakus_task", "abakus_content_type", "abakus_eta", "abakus_token", "abakus_headers"
            })
    void bytes_for_a_text_are_an_invalid_property(String property) throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    allBut(property).fill(message);
                    message.setObjectProperty(property, new byte[] {1, 2});
                },
                "invalid-property");

        assertThat(dead.getStringProperty("abakus_dead_detail")).contains(property);
        assertThat(((TextMessage) dead).getText()).isEqualTo(BODY);
    }

    @Test
    void a_decimal_is_not_rounded_to_a_count() throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setDoubleProperty("abakus_retries", 1.9);
                },
                "invalid-property");
    }

    /** Otherwise, a header could replace a property that is counted, and the task would be retried for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"abakus_retries", "$0061bakus_retries", "JMSXGroupID", "_AMQ_SCHED_DELIVERY", "a  b"})
    void a_header_cannot_have_the_name_of_another_property(String name) throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty("abakus_headers", name);
                },
                "invalid-property");

        assertThat(dead.getStringProperty("abakus_dead_detail")).contains("abakus_headers");
    }

    /** Clients of other protocols name properties as they like, and JMS cannot write such names. */
    @Test
    void a_dead_letter_leaves_out_what_jms_cannot_write() throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage("{"),
                message -> {
                    required(message);
                    message.setStringProperty("theirs", "kept");
                    message.setStringProperty("JMSXGroupID", "group-7");
                    ((ActiveMQMessage) message).getCoreMessage().putStringProperty("their-own", "x");
                },
                "unreadable-body");

        assertThat(dead.getStringProperty("theirs")).isEqualTo("kept");
        assertThat(dead.getStringProperty("JMSXGroupID")).isEqualTo("group-7");
    }

    private Message sendToItsDeath(Message message, Filling filling, String reason) throws JMSException {
        return stranger.sendToItsDeath(message, filling, reason);
    }

    private void send(Message message, Filling filling) throws JMSException {
        stranger.send(message, filling);
    }
}
