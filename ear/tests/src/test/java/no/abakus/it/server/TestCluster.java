package no.abakus.it.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.cluster.SharedPayara;
import no.abakus.launcher.FolderTree;

/** The cluster of a test: a PostgreSQL, a pair of brokers, and nodes of the product under test. */
public final class TestCluster {

    /** The environment of each node: its users, and little memory. */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "ABAKUS_OPERATOR_PASSWORD",
            Server.OPERATOR_PASSWORD,
            "ABAKUS_VIEWER_PASSWORD",
            Server.VIEWER_PASSWORD,
            Product.underTest().memoryVariable(),
            (Product.underTest() == Product.PAYARA ? "-Xms64m -Xmx640m" : "-Xms64m -Xmx400m")
                    + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1");

    /** The option of a node that has the tasks of the tests. */
    public static final List<String> WITH_TASKS = List.of("-Dabakus.sample.diagnostics=true");

    private static final int HTTP = 8080;
    private static final Duration SOON = Duration.ofMinutes(2);

    private TestCluster() {}

    /** Returns the layout of the cluster, in an empty folder of this name. */
    public static Layout layout(String name, int portOffset) throws IOException, InterruptedException {
        Product product = Product.underTest();
        Path folder = Path.of(System.getProperty("abakus.servers"), product.key(), name);
        Path scripts = Path.of(System.getProperty("abakus.project"), "server-config");
        FolderTree.delete(folder);
        return new Layout(
                scripts,
                product == Product.PAYARA ? SharedPayara.in(folder, scripts, product.home()) : product.home(),
                Path.of(System.getProperty("abakus.artemis.home")),
                Server.applicationArchive(),
                folder,
                Server.httpPort(portOffset) - HTTP);
    }

    /** Returns a client of this node. */
    public static Http operator(ClusterNode node) {
        return Http.at(node.address()).as("operator", Server.OPERATOR_PASSWORD);
    }

    /** Sends a task at this node, and waits until it has succeeded and its result is in the database. */
    public static void runsATask(ClusterNode node) throws InterruptedException {
        String id = operator(node).applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        awaitSuccess(node, id);
    }

    /** Waits until the task has succeeded, by the results that this node reads. */
    public static void awaitSuccess(ClusterNode node, String id) {
        await("the task " + id + " has succeeded")
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> operator(node)
                        .get("/abakus/api/results/" + id + "?wait=5")
                        .json()
                        .path("state")
                        .asText()
                        .equals("SUCCESS"));
    }
}
