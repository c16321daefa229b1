package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/** A message larger than any task does not get into the broker, whose client would unpack it in the server's memory. */
@OnSharedServer
final class HugeMessageIT {

    private static final String USER = "huge";
    private static final String PASSWORD = "password-of-huge";

    /** The guard's limit is 32 MiB. */
    private static final int LENGTH = 36_000_000;

    @Test
    void a_message_larger_than_any_task_is_refused(Server server) throws Exception {
        server.addUser(USER, PASSWORD, "abakus-client");

        assertThatThrownBy(() -> send(server)).isInstanceOf(JMSRuntimeException.class);

        Line refusal = server.lines().await("the refusal", Duration.ofSeconds(30), line -> line.text()
                .contains("Refused a message of more than"));
        assertThat(refusal.get("level")).isEqualTo("warning");
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }

    private static void send(Server server) throws JMSException {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext(USER, PASSWORD)) {
            BytesMessage message = jms.createBytesMessage();
            message.writeBytes(new byte[LENGTH]);
            jms.createProducer().send(jms.createQueue("abakus.default"), message);
        }
    }
}
