package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.Stranger.Filling;
import no.abakus.tasks.transport.jms.Stranger.Mailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that others put into our queues: what can be read is run, and all else is set aside with the reason. */
@ExtendWith(EmbeddedBroker.class)
class StrangersMessagesTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final Stranger stranger = new Stranger();
    private final JMSContext jms = stranger.jms;
    private final Mailer mailer = stranger.mailer;
    private final Workbench bench = stranger.bench;

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void the_three_required_properties_and_a_body_are_a_task() throws JMSException {
        send(jms.createTextMessage(BODY), StrangersMessagesTest::required);

        assertThat(mailer.sent).containsExactly("a@b.no");
        assertThat(burials()).isEmpty();
    }

    @Test
    void a_bytes_message_of_json_is_a_task() throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(BODY.getBytes(StandardCharsets.UTF_8));

        send(message, StrangersMessagesTest::required);

        assertThat(mailer.sent).containsExactly("a@b.no");
    }

    @Test
    void a_probe_is_no_task_and_no_dead_letter() throws JMSException {
        send(jms.createTextMessage(""), message -> message.setJMSType("abakus.probe"));

        assertThat(bench.events().all()).isEmpty();
        assertThat(burials()).isEmpty();
    }

    @Test
    void an_object_message_is_never_opened() throws JMSException {
        ObjectMessage message = jms.createObjectMessage(new ArrayList<>(List.of("gadget")));

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "message-type");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .contains("ObjectMessage")
                .contains("TextMessage or a BytesMessage");
        assertThat(((ObjectMessage) dead).getObject()).isEqualTo(List.of("gadget"));
    }

    @Test
    void a_map_message_keeps_its_map() throws JMSException {
        MapMessage message = jms.createMapMessage();
        message.setString("to", "a@b.no");

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "message-type");

        assertThat(((MapMessage) dead).getString("to")).isEqualTo("a@b.no");
    }

    @Test
    void a_message_without_a_body_is_unreadable() throws JMSException {
        sendToItsDeath(jms.createMessage(), StrangersMessagesTest::required, "message-type");
    }

    @Test
    void an_empty_text_is_unreadable() throws JMSException {
        sendToItsDeath(jms.createTextMessage(), StrangersMessagesTest::required, "unreadable-body");
    }

    @Test
    void broken_json_is_kept_to_the_letter() throws JMSException {
        String broken = "{\"args\":[\"æ\",";

        Message dead =
                sendToItsDeath(jms.createTextMessage(broken), StrangersMessagesTest::required, "unreadable-body");

        assertThat(((TextMessage) dead).getText()).isEqualTo(broken);
    }

    @Test
    void a_text_of_ten_megabytes_is_too_large_and_kept() throws JMSException {
        String large = "{\"args\":[\"" + "x".repeat(TEN_MEGABYTES) + "\"]}";

        Message dead = sendToItsDeath(jms.createTextMessage(large), StrangersMessagesTest::required, "too-large");

        assertThat(((TextMessage) dead).getText()).isEqualTo(large);
        assertThat(dead.getStringProperty("abakus_dead_detail")).contains("abakus.tasks.message.max-body-size");
    }

    @Test
    void ten_megabytes_of_bytes_are_too_large_and_kept() throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(new byte[TEN_MEGABYTES]);

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "too-large");

        assertThat(((BytesMessage) dead).getBodyLength()).isEqualTo(TEN_MEGABYTES);
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

    private static void required(Message message) throws JMSException {
        Stranger.required(message);
    }
}
