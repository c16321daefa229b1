package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.abakus.cluster.BrokerTls;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.it.server.TestCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A node whose brokers accept TLS only. The node finds the second broker with what the first one has told it, which
 * includes no trust store.
 */
@Tag("by-hand")
final class TlsClusterIT {

    private static final int PORT_OFFSET = 700;
    private static final String PASSWORD = "of-the-keys";
    private static final String API = "/abakus/api/";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void tasks_run_before_and_after_the_first_broker_has_died() throws Exception {
        Layout layout = TestCluster.layout("tls-cluster", PORT_OFFSET);
        BrokerTls tls = new BrokerTls(keys(layout), PASSWORD);
        try (Cluster cluster = Cluster.startWithTls(layout, tls)) {
            ClusterNode node = cluster.node(1, TestCluster.ENVIRONMENT, TestCluster.WITH_TASKS);
            node.launch();
            node.awaitReady(BOOT);
            TestCluster.runsATask(node);

            cluster.primary().kill();
            cluster.backup().awaitActive(SOON);

            TestCluster.operator(node).awaitStatus(API + "health", 200, SOON);
            TestCluster.runsATask(node);
            assertThat(Files.readString(cluster.backup().instance().resolve("etc/broker.xml")))
                    .contains("sslEnabled=true;keyStorePath=");
        }
    }

    /** Makes a key and a certificate that is signed with it. */
    private static Path keys(Layout layout) throws Exception {
        Path keys = Files.createDirectories(layout.folder()).resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return keys;
    }
}
