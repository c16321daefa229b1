package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.Server;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.remote.RemoteTasks;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program outside the server waits for the results of its tasks and revokes what it has sent. Both share a database.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RemoteResultsIT {

    private static final int PORT_OFFSET = 2300;
    private static final String PASSWORD = "batch-of-the-tests";
    private static final String DATA_SOURCE = "java:jboss/datasources/SharedDS";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BOOT = Duration.ofMinutes(4);

    private org.h2.tools.Server database;
    private Server server;
    private ActiveMQConnectionFactory broker;
    private RemoteTasks remote;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        database = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        server = Server.fresh(
                        "remote-results",
                        PORT_OFFSET,
                        "-Dabakus.tasks.result.data-source=" + DATA_SOURCE,
                        // A node learns only by polling of a revocation from outside.
                        "-Dabakus.tasks.control.refresh=PT1S")
                .launch();
        // Its workers wait for the database that they were configured with.
        server.http().awaitStatus("/abakus/api/health/live", 200, BOOT);
        addDataSource();
        server.http().awaitStatus("/abakus/api/health", 200, BOOT);
        server.addUser("batch", PASSWORD, "abakus-client");
        broker = new ActiveMQConnectionFactory(server.brokerUrl());
        remote = RemoteTasks.over(broker)
                .login("batch", PASSWORD)
                .results(sharedDatabase())
                .connect();
    }

    @AfterAll
    void stop() throws SQLException {
        remote.close();
        broker.close();
        server.close();
        database.stop();
    }

    @Test
    void a_result_can_be_waited_for_before_its_task_has_begun() throws Exception {
        AsyncResult<Object> sum = remote.tasks()
                .call("diagnostics.add")
                .args(1, 2)
                .countdown(Duration.ofSeconds(1))
                .ignoreResult(false)
                .applyAsync();
        CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(() -> sum.get(PATIENCE));

        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(sum.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(sum.revoke()).isEqualTo(RevokeOutcome.ALREADY_DONE);
    }

    @Test
    void a_task_that_fails_says_so_to_who_waits() {
        AsyncResult<Object> failing = remote.tasks()
                .call("diagnostics.fail")
                .kwargs(Map.of("message", "told from afar"))
                .ignoreResult(false)
                .applyAsync();

        assertThatThrownBy(() -> failing.get(PATIENCE))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("told from afar");
    }

    @Test
    void a_task_that_is_revoked_from_afar_does_not_run() throws Exception {
        AsyncResult<Object> unwanted = remote.tasks()
                .call("diagnostics.log")
                .args("nobody_wants_this", Map.of())
                .countdown(Duration.ofSeconds(5))
                .ignoreResult(false)
                .applyAsync();

        assertThat(unwanted.revoke()).isEqualTo(RevokeOutcome.FLAGGED);

        server.lines()
                .await(
                        "told that it was revoked",
                        PATIENCE,
                        line -> line.get("task_id").equals(unwanted.id())
                                && line.event().equals("task_revoked"));
        assertThat(server.lines().where(line -> line.event().equals("nobody_wants_this")))
                .isEmpty();
        assertThatThrownBy(() -> unwanted.get(PATIENCE)).isInstanceOf(TaskFailedException.class);
        assertThat(unwanted.state()).isEqualTo(TaskState.REVOKED);
    }

    private JdbcDataSource sharedDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url());
        source.setUser("sa");
        source.setPassword("sa");
        return source;
    }

    private String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./shared";
    }

    private void addDataSource() throws IOException, InterruptedException {
        new ManagementCli(server)
                .run("xa-data-source add --name=SharedDS --jndi-name=" + DATA_SOURCE
                        + " --driver-name=h2 --user-name=sa --password=sa"
                        + " --xa-datasource-properties={\"URL\"=>\"" + url() + "\"}");
    }
}
