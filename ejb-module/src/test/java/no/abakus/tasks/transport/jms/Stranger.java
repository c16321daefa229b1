package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.testing.Workbench;

/** Another application that puts its messages into one of our queues, and what happens to them. */
final class Stranger {

    static final String BODY = "{\"args\":[\"a@b.no\"]}";

    static class Mailer {
        final List<String> sent = new ArrayList<>();

        @AbakusTask(name = "mail.send")
        public void send(String to) {
            sent.add(to);
        }
    }

    /** Fills a message before it is sent. */
    interface Filling {
        void fill(Message message) throws JMSException;
    }

    final String queue = "strangers." + UUID.randomUUID();
    final String graveyard = "dead." + UUID.randomUUID();
    final JmsHarness harness = new JmsHarness(graveyard);
    final Mailer mailer = new Mailer();
    final Workbench bench = Workbench.of(mailer);
    final JMSContext jms = EmbeddedBroker.connections().createContext();

    Message sendToItsDeath(Message message, Filling filling, String reason) throws JMSException {
        send(message, filling);
        assertThat(mailer.sent).isEmpty();
        assertThat(burials()).hasSize(1);
        Message dead = burials().get(0);
        assertThat(dead.getStringProperty("abakus_dead_reason")).isEqualTo(reason);
        return dead;
    }

    void send(Message message, Filling filling) throws JMSException {
        filling.fill(message);
        jms.createProducer().setPriority(6).send(destination(), message);
        assertThat(harness.deliverNext(queue, bench.worker())).isTrue();
        assertThat(harness.deliverWhatIsThere(queue, bench.worker()))
                .as("still in its queue")
                .isFalse();
    }

    List<Message> burials() throws JMSException {
        return JmsHarness.browse(jms, graveyard);
    }

    jakarta.jms.Queue destination() {
        return jms.createQueue(QueueNames.PLAIN.atBroker(queue));
    }

    static void required(Message message) throws JMSException {
        allBut("").fill(message);
    }

    static Filling allBut(String missing) {
        return message -> {
            for (String[] property : new String[][] {
                {"abakus_id", "s-1"}, {"abakus_task", "mail.send"}, {"abakus_content_type", "application/json"}
            }) {
                if (!property[0].equals(missing)) {
                    message.setStringProperty(property[0], property[1]);
                }
            }
        };
    }
}
