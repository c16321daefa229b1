package no.abakus.tasks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.remote.RemoteTasks;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A program with this jar, and without the rest of the task system, sends tasks. */
class SendsWithoutEngineTest {

    private static final String URL = "vm://3";
    private static final long PATIENCE_MILLIS = 10_000;

    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

    @BeforeAll
    static void startTheBroker() throws Exception {
        BROKER.setConfiguration(new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJMXManagementEnabled(false)
                        .addAcceptorConfiguration("in-vm", URL))
                .start();
    }

    @AfterAll
    static void stopTheBroker() throws Exception {
        BROKER.stop();
    }

    @Test
    void a_task_reaches_its_queue() throws Exception {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(URL);
                RemoteTasks remote = RemoteTasks.over(connections).connect()) {
            String id = remote.tasks()
                    .call("mail.send")
                    .args("ann@example.com")
                    .applyAsync()
                    .id();

            try (JMSContext jms = connections.createContext();
                    JMSConsumer consumer = jms.createConsumer(jms.createQueue("abakus.default"))) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                assertThat(message.getJMSType()).isEqualTo("mail.send");
                assertThat(message.getStringProperty("abakus_id")).isEqualTo(id);
            }
        }
    }

    @Test
    void mistakes_are_told_as_on_a_server() throws Exception {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(URL);
                RemoteTasks remote = RemoteTasks.over(connections).connect()) {
            assertThatThrownBy(() -> remote.tasks()
                            .call("mail.send")
                            .serializer("msgpack")
                            .applyAsync())
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining("abakus-jackson-formats");
        }
    }

    @Test
    void the_worker_is_not_there() {
        assertThatThrownBy(() -> Class.forName("no.abakus.tasks.worker.TaskInterceptor"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("no.abakus.tasks.transport.jms.DefaultQueue"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
