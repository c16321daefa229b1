package no.abakus.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that no task can be is refused by the broker, before a node's client unpacks it. */
final class RefuseHugeMessagesTest {

    private static final int MOST = 1_000_000;
    private static final String TASKS = "jms.queue.abakus.default";
    private static final String DEAD_LETTERS = "jms.queue.abakus.dead_letter";
    private static final String OTHERS = "jms.queue.reports";

    /** The client sends a message in pieces if it is larger than this. */
    private static final int IN_PIECES = 100_000;

    private static final int IN_ONE_PIECE = 10_000_000;

    @ParameterizedTest
    @ValueSource(ints = {IN_PIECES, IN_ONE_PIECE})
    void a_larger_message_closes_its_connection_and_does_not_arrive(int pieces) throws Exception {
        try (Broker broker = new Broker()) {
            assertThatException().isThrownBy(() -> broker.send(TASKS, 3 * MOST, pieces));

            assertThat(broker.count(TASKS)).isZero();
            broker.send(TASKS, 10, pieces);
            assertThat(broker.count(TASKS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {IN_PIECES, IN_ONE_PIECE})
    void messages_up_to_the_limit_arrive_however_many_they_are(int pieces) throws Exception {
        try (Broker broker = new Broker()) {
            for (int i = 0; i < 3; i++) {
                broker.send(TASKS, MOST * 3 / 4, pieces);
            }

            assertThat(broker.count(TASKS)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {IN_PIECES, IN_ONE_PIECE})
    void messages_of_other_applications_may_be_larger(int pieces) throws Exception {
        try (Broker broker = new Broker()) {
            broker.send(OTHERS, 3 * MOST, pieces);

            assertThat(broker.count(OTHERS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, DEAD_LETTERS})
    void a_message_that_its_client_compressed_does_not_arrive(String queue) throws Exception {
        try (Broker broker = new Broker()) {
            assertThatException().isThrownBy(() -> broker.sendCompressed(queue, 3 * MOST));

            assertThat(broker.count(queue)).isZero();
            broker.sendCompressed(OTHERS, 3 * MOST);
            assertThat(broker.count(OTHERS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {IN_PIECES, IN_ONE_PIECE})
    void a_dead_letter_has_room_for_its_reason(int pieces) throws Exception {
        try (Broker broker = new Broker()) {
            broker.send(DEAD_LETTERS, MOST + 10_000, pieces);

            assertThat(broker.count(DEAD_LETTERS)).isEqualTo(1);
            assertThatException().isThrownBy(() -> broker.send(DEAD_LETTERS, 3 * MOST, pieces));
        }
    }

    private static final class Broker implements AutoCloseable {

        private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        private final String address = "tcp://127.0.0.1:" + freePort();

        Broker() throws Exception {
            broker.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .addAcceptorConfiguration("in", address + "?protocols=CORE"));
            broker.start();
            broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(new RefuseHugeMessages(MOST));
            for (String queue : new String[] {TASKS, DEAD_LETTERS, OTHERS}) {
                broker.getActiveMQServer()
                        .createQueue(QueueConfiguration.of(queue)
                                .setAddress(queue)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setDurable(false));
            }
        }

        void send(String queue, int length, int pieces) throws Exception {
            send(queue, length, pieces, false);
        }

        void sendCompressed(String queue, int length) throws Exception {
            send(queue, length, IN_PIECES, true);
        }

        private void send(String queue, int length, int pieces, boolean isCompressed) throws Exception {
            try (ServerLocator locator = ActiveMQClient.createServerLocator(address)
                            .setReconnectAttempts(0)
                            .setBlockOnNonDurableSend(true)
                            .setMinLargeMessageSize(pieces)
                            .setCompressLargeMessage(isCompressed);
                    ClientSessionFactory connection = locator.createSessionFactory();
                    ClientSession session = connection.createSession();
                    ClientProducer producer = session.createProducer(queue)) {
                ClientMessage message = session.createMessage(false);
                message.getBodyBuffer().writeBytes(new byte[length]);
                producer.send(message);
            }
        }

        long count(String queue) {
            return broker.getActiveMQServer().locateQueue(queue).getMessageCount();
        }

        @Override
        public void close() throws Exception {
            broker.stop();
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }
    }
}
