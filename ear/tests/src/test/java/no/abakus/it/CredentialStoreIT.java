package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.it.server.Product;
import no.abakus.it.server.TestCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node whose credential store has the passwords of broker and database. Those in its environment are wrong. */
@Tag("by-hand")
final class CredentialStoreIT {

    private static final int PORT_OFFSET = 900;
    private static final String CONFIGURATION = "standalone-cluster.xml";
    private static final String PASSWORD = "opens-the-store";
    private static final Duration BOOT = Duration.ofMinutes(6);

    @Test
    void a_node_logs_in_with_the_passwords_of_the_store() throws Exception {
        assumeThat(Product.underTest())
                .as("Payara has password aliases instead")
                .isEqualTo(Product.WILDFLY);
        Layout given = TestCluster.layout("credential-store", PORT_OFFSET);
        Path home = Files.createDirectories(given.folder()).resolve("wildfly");
        run(Map.of(), "cp", "-R", given.home().toString(), home.toString());
        Layout layout =
                new Layout(given.scripts(), home, given.artemis(), given.archive(), given.folder(), given.portOffset());
        try (Cluster cluster = Cluster.start(layout)) {
            Path store = store(layout);
            Map<String, String> variables =
                    Map.of("ABAKUS_CREDENTIAL_STORE", store.toString(), "ABAKUS_CREDENTIAL_STORE_PASSWORD", PASSWORD);
            provision(layout, variables);
            Map<String, String> environment = new HashMap<>(TestCluster.ENVIRONMENT);
            environment.putAll(variables);
            environment.put("ABAKUS_BROKER_PASSWORD", "wrong");
            environment.put("ABAKUS_DB_PASSWORD", "wrong");

            ClusterNode node = cluster.node(1, environment, TestCluster.WITH_TASKS);
            node.launch();

            node.awaitReady(BOOT);
            TestCluster.runsATask(node);
        }
    }

    /** Makes the store with the tool of the server, as its guide says. */
    private static Path store(Layout layout) throws IOException, InterruptedException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(layout.folder().resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        Path store = layout.folder().resolve("credentials.cs");
        tool(layout, store, "--create");
        tool(layout, store, "--add", "abakus-broker", "--secret", secrets.getProperty("broker"));
        tool(layout, store, "--add", "abakus-database", "--secret", secrets.getProperty("database", "not-needed"));
        return store;
    }

    private static void tool(Layout layout, Path store, String... action) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                layout.home().resolve("bin/elytron-tool.sh").toString(),
                "credential-store",
                "--location",
                store.toString(),
                "--password",
                PASSWORD));
        command.addAll(List.of(action));
        run(Map.of(), command.toArray(String[]::new));
    }

    private static void provision(Layout layout, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path jar = layout.folder().resolve("abakus-logging.jar");
        Files.copy(layout.home().resolve("modules/no/abakus/logging/main/abakus-logging.jar"), jar);
        run(
                variables,
                "bash",
                layout.scripts().resolve("wildfly/provision.sh").toString(),
                "--config",
                CONFIGURATION,
                layout.home().toString(),
                jar.toString(),
                "logging",
                "cluster",
                "shared-default-database",
                "credential-store",
                "doors");
    }

    private static void run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
