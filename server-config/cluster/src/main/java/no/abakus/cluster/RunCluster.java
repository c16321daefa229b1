package no.abakus.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs a cluster in the foreground, prints where its parts are, and stops all parts when it is stopped. */
public final class RunCluster {

    private static final Duration BOOT = Duration.ofMinutes(10);
    private static final long BETWEEN_LOOKS_MILLIS = 1_000;
    private static final int MOST_NODES = 6;
    private static final String DATABASE_HOST = "ABAKUS_DB_HOST";

    private RunCluster() {}

    /**
     * Runs until it is stopped, or until all nodes have ended.
     *
     * @param args the folder {@code server-config}, the provisioned server, Artemis, the archive, the folder for data,
     *     the port offset and the number of nodes
     * @throws IllegalArgumentException if the number of nodes is not between 1 and 6
     */
    public static void main(String... args) throws IOException, InterruptedException {
        int count = Integer.parseInt(args[6]);
        if (count < 1 || count > MOST_NODES) {
            throw new IllegalArgumentException("-Dnodes=" + count + " is not possible: 1 to " + MOST_NODES
                    + " nodes can run, because the database has no connections for more nodes. Nothing was started.");
        }
        Layout layout = new Layout(
                path(args[0]), path(args[1]), path(args[2]), path(args[3]), path(args[4]), Integer.parseInt(args[5]));
        System.out.println(
                "A cluster of " + count + " nodes starts, with its data and log lines in " + layout.folder());
        // If the environment names a PostgreSQL, the nodes use that one.
        Cluster cluster =
                System.getenv(DATABASE_HOST) == null ? Cluster.start(layout) : Cluster.startWithoutDatabase(layout);
        Map<String, String> environment = environment(cluster);
        List<ClusterNode> nodes = IntStream.rangeClosed(1, count)
                .mapToObj(number -> cluster.node(number, environment, properties()))
                .toList();
        for (ClusterNode node : nodes) {
            node.launch();
        }
        for (ClusterNode node : nodes) {
            node.awaitReady(BOOT);
        }
        tell(System.out, layout, cluster, nodes, environment.get("ABAKUS_OPERATOR_PASSWORD"));
        watch(System.out, new ArrayList<>(nodes));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    /**
     * Returns the environment of every node: the same console passwords and, unless {@code JBOSS_JAVA_SIZING} is set,
     * less memory than a node would get on a machine of its own.
     */
    private static Map<String, String> environment(Cluster cluster) {
        Map<String, String> variables = new HashMap<>();
        for (String user : List.of("OPERATOR", "VIEWER")) {
            String variable = "ABAKUS_" + user + "_PASSWORD";
            String given = System.getenv(variable);
            variables.put(variable, given == null ? cluster.secret("console-" + user) : given);
        }
        if (System.getenv("JBOSS_JAVA_SIZING") == null) {
            variables.put("JBOSS_JAVA_SIZING", "-Xms128m -Xmx512m");
        }
        return variables;
    }

    private static List<String> properties() {
        List<String> options = new ArrayList<>(List.of("-Dabakus.sample.diagnostics=true"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("abakus."))
                .sorted()
                .forEach(name -> options.add("-D" + name + "=" + System.getProperty(name)));
        return options;
    }

    private static void tell(
            PrintStream out, Layout layout, Cluster cluster, List<ClusterNode> nodes, String password) {
        String given = System.getenv(DATABASE_HOST);
        out.println("PostgreSQL   "
                + (given == null
                        ? "127.0.0.1:" + layout.databasePort() + ", database " + ClusterDatabase.NAME + ", user "
                                + ClusterDatabase.USER
                        : given + ", according to the environment"));
        out.println("Artemis      127.0.0.1:" + cluster.primary().port() + " (active), 127.0.0.1:"
                + cluster.backup().port() + " (backup, shared store)");
        for (ClusterNode node : nodes) {
            out.println(node.name() + "        " + node.address() + "/abakus/, lines in " + node.log());
        }
        String shown = System.getenv("ABAKUS_OPERATOR_PASSWORD") == null ? password : "$ABAKUS_OPERATOR_PASSWORD";
        out.println("Console      " + nodes.get(0).address() + "/abakus/ shows all nodes: user operator, password "
                + shown);
        out.println("Ctrl-C stops all parts.");
    }

    private static void watch(PrintStream out, List<ClusterNode> running) throws InterruptedException {
        while (!running.isEmpty()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            running.removeIf(node -> {
                if (!node.isRunning()) {
                    out.println(node.name() + " has ended; see " + node.log());
                }
                return !node.isRunning();
            });
        }
    }
}
