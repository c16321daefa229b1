package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application takes over the tasks that wait under its earlier name. */
@ExtendWith(EmbeddedBroker.class)
class JmsTakeOverTest {

    private static final String QUEUE = "renamed";

    private final ConnectionFactory connections = EmbeddedBroker.connections();
    private final QueueNames shop = new QueueNames("shop");
    private final JmsTakeOver takeOver = new JmsTakeOver(connections, shop, new EachAlone());

    @Test
    void all_messages_move_unchanged() throws JMSException {
        try (JMSContext jms = connections.createContext()) {
            for (int i = 0; i < 250; i++) {
                jms.createProducer()
                        .setPriority(7)
                        .setProperty(WireFormat.ID, "t-" + i)
                        .send(jms.createQueue(QueueNames.PLAIN.atBroker(QUEUE)), "body");
            }

            assertThat(takeOver.move(QueueNames.PLAIN, QUEUE)).isEqualTo(250);

            List<Message> moved = JmsHarness.browse(jms, shop.atBroker(QUEUE));
            assertThat(moved).hasSize(250);
            assertThat(moved.get(0).getStringProperty(WireFormat.ID)).isEqualTo("t-0");
            assertThat(moved.get(0).getJMSPriority()).isEqualTo(7);
            assertThat(JmsHarness.browse(jms, QueueNames.PLAIN.atBroker(QUEUE))).isEmpty();
        }
    }

    @Test
    void a_queue_of_the_same_name_stays_as_it_is() {
        assertThat(takeOver.move(shop, QUEUE)).isZero();
    }
}
