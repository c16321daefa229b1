package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.abakus.cluster.Layout;
import no.abakus.cluster.RunCluster;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import no.abakus.it.server.TestCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program that {@code mvn -Prun-cluster} starts, with the arguments that Maven gives it. */
@Tag("by-hand")
final class RunClusterIT {

    private static final int PORT_OFFSET = 500;
    private static final int HTTP = 8080;
    private static final int BETWEEN_NODES = 100;
    private static final Duration BOOT = Duration.ofMinutes(8);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final long STOP_MINUTES = 4;

    @Test
    void it_says_where_its_parts_are_and_stops_all_of_them_when_it_is_stopped() throws Exception {
        Layout layout = TestCluster.layout("run-cluster", PORT_OFFSET);
        int first = HTTP + layout.portOffset();
        int second = first + BETWEEN_NODES;
        Path printed = Files.createDirectories(layout.folder()).resolve("printed");
        Process running = started(layout, printed);
        try {
            await("the cluster is up")
                    .atMost(BOOT)
                    .until(() -> !running.isAlive() || Files.readString(printed).contains("Ctrl-C stops all parts."));
            assertThat(Files.readString(printed))
                    .contains("PostgreSQL   127.0.0.1:" + layout.databasePort() + ",")
                    .contains("Artemis      127.0.0.1:" + layout.primaryPort() + " (active), 127.0.0.1:"
                            + layout.backupPort() + " (backup, shared store)")
                    .contains("http://127.0.0.1:" + first + "/abakus/, lines in ")
                    .contains("http://127.0.0.1:" + second + "/abakus/, lines in ")
                    .doesNotContain(Server.OPERATOR_PASSWORD);
            await("the console of the first node shows both")
                    .atMost(SOON)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> nodes(first) == 2);
        } finally {
            running.destroy();
        }
        assertThat(running.waitFor(STOP_MINUTES, TimeUnit.MINUTES))
                .as("It has stopped")
                .isTrue();
        for (int port : List.of(first, second, layout.primaryPort(), layout.backupPort(), layout.databasePort())) {
            assertThat(isFree(port)).as("Nobody listens on %s", port).isTrue();
        }
    }

    private static Process started(Layout layout, Path printed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunCluster.class.getName(),
                        layout.scripts().toString(),
                        layout.home().toString(),
                        layout.artemis().toString(),
                        layout.archive().toString(),
                        layout.folder().toString(),
                        String.valueOf(layout.portOffset()),
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(TestCluster.ENVIRONMENT);
        return builder.start();
    }

    private static int nodes(int port) throws InterruptedException {
        return Http.at("http://127.0.0.1:" + port)
                .as("operator", Server.OPERATOR_PASSWORD)
                .get("/abakus/api/workers")
                .json()
                .size();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
