package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.it.server.Http;
import no.abakus.it.server.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The cluster that {@code mvn -Prun-cluster} starts: a PostgreSQL, a pair of brokers and two nodes, which start at the
 * same time on the empty database. The second node does not have the tasks of the first, as if it ran the previous
 * release.
 */
@Tag("by-hand")
final class ClusterIT {

    private static final int PORT_OFFSET = 200;
    private static final String API = "/abakus/api/";
    private static final String HEALTH = API + "health";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MANY = 40;

    private static Cluster cluster;
    private static ClusterNode first;
    private static ClusterNode second;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(TestCluster.layout("cluster", PORT_OFFSET));
        first = cluster.node(1, TestCluster.ENVIRONMENT, TestCluster.WITH_TASKS);
        second = cluster.node(2, TestCluster.ENVIRONMENT, List.of());
        for (ClusterNode node : List.of(first, second)) {
            node.launch();
        }
        for (ClusterNode node : List.of(first, second)) {
            node.awaitReady(BOOT);
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void each_node_has_all_results_and_its_orders_reach_all_nodes() throws Exception {
        String id = operator(first).applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");

        awaitSuccess(id);
        for (ClusterNode node : List.of(first, second)) {
            assertThat(operator(node)
                            .get(API + "results/" + id)
                            .json()
                            .path("result")
                            .asInt())
                    .isEqualTo(3);
            Http.Answer answer = operator(node).post(API + "control/enable-events", "{\"timeout\":10}");
            assertThat(answer.json().path("answers").fieldNames())
                    .toIterable()
                    .as("%s", answer)
                    .containsExactlyInAnyOrder(first.name(), second.name());
        }
    }

    @Test
    void a_task_that_one_release_does_not_know_yet_runs_at_a_node_of_the_other() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            ids.add(operator(first).applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}"));
        }

        ids.forEach(ClusterIT::awaitSuccess);

        Http.Answer letters = operator(first).get(API + "dead-letters");
        assertThat(letters.json().path("total").path("value").asInt(-1))
                .as("%s", letters)
                .isZero();
    }

    @Test
    void a_second_live_node_of_one_name_takes_no_tasks_and_says_so() throws Exception {
        try (ClusterNode twin = cluster.node(3, first.name(), TestCluster.ENVIRONMENT, TestCluster.WITH_TASKS)) {
            twin.launch();

            await("the second node is refused").atMost(BOOT).until(() -> Files.readString(twin.log())
                    .contains("node_name_taken"));

            twin.awaitHealth(503, SOON);
            await("its health names the reason")
                    .atMost(SOON)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> isDown(twin, "name"));
            assertThat(Http.at(first.address()).get(HEALTH).status()).isEqualTo(200);
        }
    }

    @Test
    void no_task_is_lost_when_the_active_broker_dies_and_when_it_is_back() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            ids.add(operator(first).applyAsync("diagnostics.sleep", "{\"args\":[1.0],\"ignore_result\":false}"));
        }

        cluster.primary().kill();
        cluster.backup().awaitActive(SOON);

        ids.forEach(ClusterIT::awaitSuccess);
        cluster.primary().start();
        operator(first).awaitStatus(HEALTH, 200, SOON);
        awaitSuccess(operator(first).applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}"));
    }

    private static Http operator(ClusterNode node) {
        return TestCluster.operator(node);
    }

    private static boolean isDown(ClusterNode node, String check) throws InterruptedException {
        for (JsonNode one : Http.at(node.address()).get(HEALTH).json().path("checks")) {
            if (one.path("name").asText().equals(check)) {
                return one.path("status").asText().equals("DOWN");
            }
        }
        return false;
    }

    private static void awaitSuccess(String id) {
        TestCluster.awaitSuccess(first, id);
    }
}
