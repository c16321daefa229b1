package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task is sent again even if nobody can receive a reply any more. */
@ExtendWith(EmbeddedBroker.class)
class ReplyQueueTest {

    private final JMSContext jms = EmbeddedBroker.connections().createContext();

    @AfterEach
    void disconnect() {
        jms.close();
    }

    private Message with(String... names) throws JMSException {
        Message message = jms.createTextMessage("{}");
        ReplyQueue.set(message, jms, names);
        return message;
    }

    @Test
    void the_first_queue_that_exists_is_set() throws JMSException {
        assertThat(QueueNames.PLAIN.of(with("abakus.answers").getJMSReplyTo())).isEqualTo("answers");
        assertThat(QueueNames.PLAIN.of(
                        with(EmbeddedBroker.GONE + "a", "abakus.answers").getJMSReplyTo()))
                .isEqualTo("answers");
    }

    @Test
    void without_one_that_exists_none_is_set() throws JMSException {
        assertThat(with(EmbeddedBroker.GONE + "a", EmbeddedBroker.GONE + "b").getJMSReplyTo())
                .isNull();
    }
}
