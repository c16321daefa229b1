package no.abakus.bench.drills;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.cluster.SharedPayara;
import no.abakus.launcher.FolderTree;

/** The cluster that drills use: the sample with its diagnostics tasks, on nodes that fit on one machine. */
final class DrillCluster {

    /** How long a node may take to start while the others are busy. */
    static final Duration BOOT = Duration.ofMinutes(8);

    private DrillCluster() {}

    /** Returns the layout of a cluster whose files are in an empty folder with the drill's name. */
    static Layout layout(Settings settings, String drill) throws IOException, InterruptedException {
        Path folder = settings.output().resolve(drill);
        FolderTree.delete(folder);
        Path scripts = settings.project().resolve("server-config");
        return new Layout(
                scripts,
                settings.payara() ? SharedPayara.in(folder, scripts, settings.home()) : settings.home(),
                artemis(settings),
                settings.project().resolve("ear/sample-app/target/abakus-sample.ear"),
                folder,
                settings.portOffset());
    }

    /** Returns a node that has not been started yet. */
    static ClusterNode node(Cluster cluster, int number, List<String> options) {
        return node(cluster, number, "node" + number, Map.of(), options);
    }

    /** Returns a node that has further environment variables and has not been started yet. */
    static ClusterNode node(
            Cluster cluster, int number, String name, Map<String, String> variables, List<String> options) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ABAKUS_OPERATOR_PASSWORD", DrillServer.OPERATOR,
                "ABAKUS_VIEWER_PASSWORD", "viewer-of-the-drills",
                "JBOSS_JAVA_SIZING", "-Xms128m -Xmx400m -XX:MetaspaceSize=128m -XX:TieredStopAtLevel=1",
                "PAYARA_JAVA_SIZING", "-Xms128m -Xmx512m -XX:MetaspaceSize=128m -XX:TieredStopAtLevel=1"));
        environment.putAll(variables);
        List<String> all = new ArrayList<>(List.of("-Dabakus.sample.diagnostics=true"));
        all.addAll(options);
        return cluster.node(number, name, environment, all);
    }

    /** Starts all nodes at the same time, and waits until they are ready. */
    static void boot(List<ClusterNode> nodes) throws IOException, InterruptedException {
        for (ClusterNode node : nodes) {
            node.launch();
        }
        for (ClusterNode node : nodes) {
            node.awaitReady(BOOT);
        }
    }

    static TaskApi api(ClusterNode node) {
        return new TaskApi(URI.create(node.address()), "operator", DrillServer.OPERATOR);
    }

    private static Path artemis(Settings settings) throws IOException {
        Path target = settings.project().resolve("server-config/cluster/target");
        try (Stream<Path> unpacked = Files.list(target)) {
            return unpacked.filter(one -> one.getFileName().toString().startsWith("apache-artemis-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no Artemis in " + target));
        }
    }
}
