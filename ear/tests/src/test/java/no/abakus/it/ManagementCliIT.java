package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import no.abakus.it.server.Server;
import no.abakus.it.server.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The waiting messages, seen and selected with WildFly's own management CLI, as server-config/wildfly/README.md shows it. */
@ExtendWith(SharedServer.class)
final class ManagementCliIT {

    private static final String QUEUE = "/deployment=abakus.ear/subdeployment=abakus-tasks.jar"
            + "/subsystem=messaging-activemq/server=default/jms-queue=abakus.default";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_waiting_task_shows_name_id_arguments_and_request_and_is_found_by_its_request(Server server)
            throws Exception {
        cli(server, QUEUE + ":pause");
        String selected;
        String taskId;
        try {
            taskId = server.operator()
                    .with("X-Request-ID", "cli-1")
                    .applyAsync("diagnostics.echo", "{\"args\":[\"seen from the console\"]}");
            server.operator().with("X-Request-ID", "cli-2").applyAsync("diagnostics.add", "{\"args\":[1,2]}");
            selected = cli(server, QUEUE + ":list-messages(filter=\"abakus_ctx_request_id='cli-1'\")");
        } finally {
            cli(server, QUEUE + ":resume");
        }

        assertThat(selected)
                .contains("\"abakus_task\" => \"diagnostics.echo\"")
                .contains("\"abakus_id\" => \"" + taskId + "\"")
                .contains("\"abakus_ctx_request_id\" => \"cli-1\"")
                .contains("seen from the console")
                .doesNotContain("cli-2");
        server.lines()
                .await(
                        "the task's end once resumed",
                        PATIENCE,
                        line -> line.get("task_id").equals(taskId)
                                && line.event().equals("task_succeeded"));
    }

    private static String cli(Server server, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash",
                        Server.home().resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + server.managementPort(),
                        command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("\"outcome\" => \"success\"");
        return output;
    }
}
