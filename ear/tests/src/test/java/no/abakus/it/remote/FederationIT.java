package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.core.config.federation.FederationAddressPolicyConfiguration;
import org.apache.activemq.artemis.core.config.federation.FederationDownstreamConfiguration;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.FederationDownstreamConnectMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.junit.jupiter.api.Test;

/**
 * CVE-2026-27446: anyone who reaches the HTTP port asks the broker, without a login, to connect to a broker of their
 * own.
 */
@OnSharedServer
final class FederationIT {

    private static final int NOBODY_LISTENS = 9;

    @Test
    void a_stranger_who_asks_for_federation_is_refused(Server server) throws Exception {
        try (ServerLocator locator =
                ActiveMQClient.createServerLocator(server.brokerUrl()).setInitialConnectAttempts(10)) {
            ClientSessionFactoryInternal factory = (ClientSessionFactoryInternal) locator.createSessionFactory();
            CoreRemotingConnection connection = (CoreRemotingConnection) factory.getConnection();
            connection.getChannel(CHANNEL_ID.FEDERATION.id, -1).send(packet());

            Line refusal = server.lines().await("the refusal", Duration.ofSeconds(30), line -> line.text()
                    .contains("Refused a broker at"));
            assertThat(refusal.json().path("level").asText()).isEqualTo("warning");
            factory.close();
        }
    }

    private static FederationDownstreamConnectMessage packet() {
        FederationDownstreamConfiguration downstream = new FederationDownstreamConfiguration().setName("rogue");
        downstream.setUpstreamConfiguration(new TransportConfiguration(
                NettyConnectorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", NOBODY_LISTENS), "rogue"));
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
