package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.Server;
import no.abakus.it.server.TcpLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database, a separate process, cannot be reached while a node runs or when it starts. The node takes no tasks,
 * fails none, and takes tasks again by itself once the database is back.
 */
@Tag("long")
@EnabledIfSystemProperty(
        named = "abakus.server",
        matches = "wildfly",
        disabledReason = "The data source is made by WildFly's management")
final class DatabaseAwayIT {

    private static final String NAME = "database-away";
    private static final int PORT_OFFSET = 1400;
    private static final String DATA_SOURCE = "java:jboss/datasources/OutsideDS";
    private static final String HEALTH = "/abakus/api/health";
    private static final Duration BOOT = Duration.ofMinutes(4);

    /** The promised time, plus the delays of a slow test machine. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private static final Duration BACK = Duration.ofSeconds(30);

    private org.h2.tools.Server database;
    private TcpLink link;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        database = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        link = TcpLink.to(database.getPort());
    }

    @AfterEach
    void stop() throws Exception {
        link.close();
        database.stop();
    }

    @Test
    void a_node_without_its_database_stops_its_listeners_and_one_that_starts_without_it_waits() throws Exception {
        String option = "-Dabakus.tasks.result.data-source=" + DATA_SOURCE;
        try (Server server = Server.fresh(NAME, PORT_OFFSET, option).launch()) {
            server.http().awaitStatus(HEALTH + "/live", 200, BOOT);
            addDataSource(server);
            server.http().awaitStatus(HEALTH, 200, BOOT);
            assertThat(sum(server)).isEqualTo(3);

            takesNoTasksWhileItIsAway(server);

            server.stop();
        }
        link.cut();
        try (Server server = Server.again(NAME, PORT_OFFSET, Server.applicationArchive(), option)
                .launch()) {
            server.http().awaitStatus(HEALTH + "/live", 200, BOOT);
            assertIsDown(server);

            link.mend();

            server.http().awaitStatus(HEALTH, 200, BACK);
            assertThat(sum(server)).isEqualTo(3);
        }
    }

    private void takesNoTasksWhileItIsAway(Server server) throws Exception {
        // The listeners may have stopped before, at a start without the database.
        int before = server.lines().where(line -> isSwitched(line, false)).size();
        link.cut();
        server.http().awaitStatus(HEALTH, 503, NOTICED);
        assertIsDown(server);
        server.lines().awaitMany("its listeners stop", NOTICED, before + 1, line -> isSwitched(line, false));
        String meanwhile = server.operator().applyAsync("diagnostics.log", "{\"args\":[\"sent_meanwhile\",{}]}");

        link.mend();

        server.http().awaitStatus(HEALTH, 200, BACK);
        server.lines()
                .await(
                        "the task that was sent meanwhile",
                        BACK,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_id").equals(meanwhile));
        List<Line> lines = server.lines().all();
        assertThat(position(lines, "task_started", meanwhile))
                .as("it starts after the listeners do")
                .isGreaterThan(lastSwitch(lines));
        assertThat(server.lines().where(line -> line.event().equals("task_failed")))
                .isEmpty();
        assertThat(sum(server)).isEqualTo(3);
    }

    private static boolean isSwitched(Line line, boolean consumes) {
        return line.event().equals("consumer_switched") && line.get("consumes").equals(String.valueOf(consumes));
    }

    private static int position(List<Line> lines, String event, String taskId) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).event().equals(event)
                    && lines.get(i).get("task_id").equals(taskId)) {
                return i;
            }
        }
        throw new AssertionError("There is no " + event + " of " + taskId);
    }

    private static int lastSwitch(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (isSwitched(lines.get(i), false)) {
                return i;
            }
        }
        throw new AssertionError("The listeners have not stopped");
    }

    private static void assertIsDown(Server server) throws InterruptedException {
        Http.Answer health = server.http().get(HEALTH);
        assertThat(health.status()).as("%s", health).isEqualTo(503);
        assertThat(health.body()).contains("database");
    }

    private static int sum(Server server) throws InterruptedException {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        return http.get("/abakus/api/results/" + id + "?wait=20")
                .json()
                .path("result")
                .asInt();
    }

    /** Adds the data source as install-cluster.cli does, so that a dead connection is noticed before it is used. */
    private void addDataSource(Server server) {
        new ManagementCli(server)
                .run("xa-data-source add --name=OutsideDS --jndi-name=" + DATA_SOURCE
                        + " --driver-name=h2 --user-name=sa --password=sa --blocking-timeout-wait-millis=2000"
                        + " --validate-on-match=true --background-validation=false"
                        + " --check-valid-connection-sql=\"SELECT 1\""
                        + " --xa-datasource-properties={\"URL\"=>\"jdbc:h2:tcp://127.0.0.1:" + link.port()
                        + "/./outside\"}");
    }
}
