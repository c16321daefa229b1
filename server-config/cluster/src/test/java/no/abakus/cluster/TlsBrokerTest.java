package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that {@code create.sh --tls} has made. */
@Tag("long")
final class TlsBrokerTest {

    private static final String PASSWORD = "of-the-keys";
    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void it_is_reached_over_tls_by_those_who_trust_its_certificate() throws Exception {
        int port = freePort();
        Path keys = keys();
        Path program = created(keys, port).resolve("bin/artemis");
        ServerProcess broker = ServerStart.command(List.of(program.toString(), "run"))
                .awayFromTerminal()
                .output(Redirect.appendTo(folder.resolve("broker.log").toFile()))
                .start();
        try {
            SSLContext trusting = trusting(keys);
            broker.await("the broker accepts TLS", BOOT, () -> accepts(trusting, port));

            assertThatThrownBy(() -> greet(SSLContext.getDefault(), port)).isInstanceOf(SSLException.class);
        } finally {
            broker.stop(STOP);
        }
    }

    private static boolean accepts(SSLContext context, int port) {
        try {
            greet(context, port);
            return true;
        } catch (IOException e) {
            // The broker does not listen yet.
            return false;
        }
    }

    private static void greet(SSLContext context, int port) throws IOException {
        SocketFactory sockets = context.getSocketFactory();
        InetAddress host = InetAddress.getLoopbackAddress();
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(host, port)) {
            socket.startHandshake();
        }
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Makes a key and a certificate that is signed with it. */
    private Path keys() throws Exception {
        Path keys = folder.resolve("keys.p12");
        run(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
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
                PASSWORD);
        return keys;
    }

    private Path created(Path keys, int port) throws Exception {
        Path instance = folder.resolve("broker");
        run(
                Map.of(
                        "ABAKUS_BROKER_PASSWORD", "of-the-nodes",
                        "ABAKUS_BROKER_ADMIN_PASSWORD", "of-the-admin",
                        "ABAKUS_BROKER_CLUSTER_PASSWORD", "of-the-pair",
                        "ABAKUS_BROKER_KEYSTORE_PASSWORD", PASSWORD),
                "bash",
                "../artemis/broker/create.sh",
                "--name",
                "a",
                "--port",
                String.valueOf(port),
                "--other",
                "127.0.0.1:1",
                "--shared-store",
                folder.resolve("store").toString(),
                "--heap",
                "256M",
                "--tls",
                keys.toString(),
                artemis().toString(),
                instance.toString());
        return instance;
    }

    private static Path artemis() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of("target"))) {
            return unpacked.filter(one -> one.getFileName().toString().startsWith("apache-artemis-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
