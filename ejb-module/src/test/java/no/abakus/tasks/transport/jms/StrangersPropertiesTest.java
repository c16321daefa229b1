package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static no.abakus.tasks.transport.jms.Stranger.allBut;
import static no.abakus.tasks.transport.jms.Stranger.required;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.stream.Stream;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.Stranger.Filling;
import no.abakus.tasks.transport.jms.Stranger.Mailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties of messages that others put into our queues. */
@ExtendWith(EmbeddedBroker.class)
class StrangersPropertiesTest {

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
    @CsvSource({
        "abakus_version, 2, wire-version",
        "abakus_version, 0, wire-version",
        "abakus_version, one, invalid-property",
        "abakus_retries, many, invalid-property",
        "abakus_retries, -1, invalid-property",
        "abakus_retries, 99999999999, invalid-property",
        "abakus_eta, tomorrow, invalid-property",
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

    private Message sendToItsDeath(Message message, Filling filling, String reason) throws JMSException {
        return stranger.sendToItsDeath(message, filling, reason);
    }

    private void send(Message message, Filling filling) throws JMSException {
        stranger.send(message, filling);
    }
}
