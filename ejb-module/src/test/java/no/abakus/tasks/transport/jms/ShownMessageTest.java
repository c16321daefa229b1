package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.tasks.operate.WaitingTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of a message that waits. Any sender may have written it. */
@ExtendWith(EmbeddedBroker.class)
class ShownMessageTest {

    private static WaitingTask shown(String id, String arguments) throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message message = jms.createTextMessage("{}");
            message.setStringProperty(WireFormat.ID, id);
            message.setStringProperty(WireFormat.TASK, "mail.send");
            message.setStringProperty(WireFormat.ARGUMENTS, arguments);
            return ShownMessage.of(message, "mail");
        }
    }

    @Test
    void secrets_of_other_senders_are_not_shown() throws JMSException {
        assertThat(shown("1", "to=kari, password=hunter2-secret").arguments())
                .hasValueSatisfying(line -> assertThat(line).contains("kari").doesNotContain("hunter2"));
    }

    @Test
    void the_context_is_shown_without_its_secrets() throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message message = jms.createTextMessage("{}");
            message.setStringProperty(WireFormat.ID, "1");
            ContextProperties.write(
                    LogContext.of(
                            Map.of("request_id", "abc-123", "current_user", "anna", "tenant", 7, "password", "x")),
                    message);

            WaitingTask task = ShownMessage.of(message, "mail");

            assertThat(task.requestId()).contains("abc-123");
            assertThat(task.user()).contains("anna");
            assertThat(task.context()).containsEntry("tenant", "7").doesNotContainEntry("password", "x");
        }
    }

    @Test
    void a_list_of_keys_that_cannot_be_read_is_none() throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message message = jms.createTextMessage("{}");
            message.setStringProperty(WireFormat.CONTEXT_KEYS, "$zz  $ a");

            assertThat(ShownMessage.of(message, "mail").context()).isEmpty();
        }
    }

    @Test
    void nothing_is_longer_than_a_page_takes() throws JMSException {
        WaitingTask task = shown("i".repeat(100_000), "a".repeat(1_000_000));

        assertThat(task.id()).hasSizeLessThan(1_100);
        assertThat(task.arguments()).hasValueSatisfying(line -> assertThat(line).hasSizeLessThan(1_100));
    }
}
