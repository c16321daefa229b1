package no.abakus.bench.drills;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.launcher.FolderTree;

/** The cluster that drills use: the sample with its diagnostics tasks, on nodes that fit on one machine. */
final class DrillCluster {

    private DrillCluster() {}

    /** Starts brokers and database in an empty folder. */
    static Cluster start(Settings settings) throws Exception {
        Path folder = settings.output().resolve("drill-cluster");
        FolderTree.delete(folder);
        return Cluster.start(new Layout(
                settings.project().resolve("server-config"),
                settings.home(),
                artemis(settings),
                settings.project().resolve("ear/sample-app/target/abakus-sample.ear"),
                folder,
                settings.portOffset()));
    }

    static ClusterNode node(Cluster cluster, int number, String name) {
        return cluster.node(
                number,
                name,
                Map.of(
                        "ABAKUS_OPERATOR_PASSWORD", DrillServer.OPERATOR,
                        "ABAKUS_VIEWER_PASSWORD", "viewer-of-the-drills",
                        "JBOSS_JAVA_SIZING", "-Xms128m -Xmx400m -XX:MetaspaceSize=128m -XX:TieredStopAtLevel=1"),
                List.of("-Dabakus.sample.diagnostics=true"));
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
