package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;
import no.abakus.it.server.Http;
import no.abakus.it.server.TcpLink;
import no.abakus.it.server.TestCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One of two nodes does not reach the database that both share. It fails no task, because it leaves the tasks to the
 * other node, and it takes part again once the database is back. A node that starts without the database behaves the
 * same.
 */
@Tag("by-hand")
final class NodeWithoutDatabaseIT {

    private static final int PORT_OFFSET = 3300;
    private static final int MANY = 200;
    private static final String API = "/abakus/api/";
    private static final String HEALTH = API + "health";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofMinutes(3);

    /** The promised time, plus the delays of a slow test machine. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private static final Duration BACK = Duration.ofMinutes(1);

    @Test
    void it_fails_no_task_and_takes_part_again_by_itself() throws Exception {
        Layout layout = TestCluster.layout("without-database", PORT_OFFSET);
        try (TcpLink link = TcpLink.to(layout.databasePort());
                Cluster cluster = Cluster.start(layout)) {
            ClusterNode sound = cluster.node(1, TestCluster.ENVIRONMENT, TestCluster.WITH_TASKS);
            ClusterNode cut = cluster.node(2, over(link), TestCluster.WITH_TASKS);
            sound.launch();
            cut.launch();
            sound.awaitReady(BOOT);
            cut.awaitReady(BOOT);

            link.cut();
            List<String> ids = new ArrayList<>();
            for (int number = 0; number < MANY; number++) {
                ids.add(TestCluster.operator(sound)
                        .applyAsync("diagnostics.record", "{\"args\":[\"cut\",0.1],\"ignore_result\":false}"));
            }
            cut.awaitHealth(503, NOTICED);
            assertThat(Http.at(sound.address()).get(HEALTH).status()).isEqualTo(200);
            ids.forEach(id -> awaitSuccess(sound, id));
            link.mend();

            cut.awaitReady(BACK);
            assertThat(Files.readString(cut.log())).doesNotContain("\"event\":\"task_failed\"");
            startsWithoutIt(cut, link);
        }
    }

    /** The application may need its database to start. Then the process ends, and a supervisor starts it again. */
    private static void startsWithoutIt(ClusterNode node, TcpLink link) throws Exception {
        node.close();
        link.cut();
        node.launch();
        await("the node notices that there is no database")
                .atMost(BOOT)
                .until(() -> !node.isRunning() || is(node, 503));

        link.mend();

        await("the node takes part").atMost(BOOT).until(() -> isReadyUnderASupervisor(node));
        awaitSuccess(
                node,
                TestCluster.operator(node).applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}"));
    }

    private static boolean isReadyUnderASupervisor(ClusterNode node) throws IOException, InterruptedException {
        if (!node.isRunning()) {
            node.launch();
        }
        return is(node, 200);
    }

    private static boolean is(ClusterNode node, int status) throws InterruptedException {
        try {
            return Http.at(node.address()).get(HEALTH).status() == status;
        } catch (UncheckedIOException e) {
            // The node does not answer yet.
            return false;
        }
    }

    private static Map<String, String> over(TcpLink link) {
        Map<String, String> environment = new HashMap<>(TestCluster.ENVIRONMENT);
        environment.put("ABAKUS_DB_PORT", String.valueOf(link.port()));
        return environment;
    }

    private static void awaitSuccess(ClusterNode node, String id) {
        await("the task " + id + " has succeeded")
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> TestCluster.operator(node)
                        .get(API + "results/" + id + "?wait=5")
                        .json()
                        .path("state")
                        .asText()
                        .equals("SUCCESS"));
    }
}
