package no.abakus.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.core.config.federation.FederationAddressPolicyConfiguration;
import org.apache.activemq.artemis.core.config.federation.FederationDownstreamConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.FederationDownstreamConnectMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;

/**
 * A stranger without a login asks a broker to connect to the stranger's own broker, here a socket that waits for it.
 */
final class RefuseFederationTest {

    @Test
    void a_stranger_makes_a_broker_without_guard_connect() throws Exception {
        try (Brokers brokers = new Brokers()) {
            brokers.askToConnect();

            brokers.rogue.accept().close();
        }
    }

    @Test
    void the_guard_closes_the_strangers_connection_and_nothing_connects() throws Exception {
        try (Brokers brokers = new Brokers()) {
            brokers.guard();
            CountDownLatch closed = brokers.askToConnect();

            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            brokers.rogue.setSoTimeout(500);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(brokers.rogue::accept);
        }
    }

    @Test
    void whoever_asks_for_nothing_of_the_kind_is_served() throws Exception {
        try (Brokers brokers = new Brokers()) {
            brokers.guard();

            // The broker itself responds and asks for a login.
            assertThatExceptionOfType(ActiveMQSecurityException.class)
                    .isThrownBy(() -> brokers.strangers.createSession("nobody", "x", false, true, true, false, 1));
        }
    }

    /** A broker, a stranger connected to it without a login, and a socket in place of the stranger's own broker. */
    private static final class Brokers implements AutoCloseable {

        private static final int PATIENCE_MILLIS = 30_000;

        private final ServerSocket rogue = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        private final ServerLocator locator;
        private final ClientSessionFactoryInternal strangers;

        Brokers() throws Exception {
            rogue.setSoTimeout(PATIENCE_MILLIS);
            String address = "tcp://127.0.0.1:" + freePort();
            broker.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(true)
                    .addAcceptorConfiguration("in", address + "?protocols=CORE"));
            broker.start();
            // This broker fetches from the stranger's broker only if a consumer wants it.
            broker.getActiveMQServer()
                    .createQueue(QueueConfiguration.of("heard")
                            .setAddress("news")
                            .setRoutingType(RoutingType.MULTICAST)
                            .setDurable(false));
            locator = ActiveMQClient.createServerLocator(address).setReconnectAttempts(0);
            strangers = (ClientSessionFactoryInternal) locator.createSessionFactory();
        }

        void guard() {
            broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(new RefuseFederation());
        }

        /** Sends the packet. The returned latch counts down when the connection is closed. */
        CountDownLatch askToConnect() {
            CoreRemotingConnection connection = (CoreRemotingConnection) strangers.getConnection();
            CountDownLatch closed = new CountDownLatch(1);
            connection.addCloseListener(closed::countDown);
            connection.getChannel(CHANNEL_ID.FEDERATION.id, -1).send(packet(rogue.getLocalPort()));
            return closed;
        }

        @Override
        public void close() throws Exception {
            strangers.close();
            locator.close();
            broker.stop();
            rogue.close();
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }

        private static FederationDownstreamConnectMessage packet(int roguePort) {
            FederationDownstreamConfiguration downstream = new FederationDownstreamConfiguration().setName("rogue");
            downstream.setUpstreamConfiguration(new TransportConfiguration(
                    NettyConnectorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", roguePort), "rogue"));
            // Otherwise the broker's own stop waits for a response that the stranger never sends.
            downstream.getConnectionConfiguration().setCallTimeout(1_000);
            downstream.addPolicyRef("all");
            FederationDownstreamConnectMessage packet = new FederationDownstreamConnectMessage();
            packet.setName("rogue");
            packet.setStreamConfiguration(downstream);
            packet.setFederationPolicyMap(Map.of(
                    "all",
                    new FederationAddressPolicyConfiguration()
                            .setName("all")
                            .addInclude(new FederationAddressPolicyConfiguration.Matcher().setAddressMatch("#"))));
            packet.setTransformerConfigurationMap(Map.of());
            return packet;
        }
    }
}
