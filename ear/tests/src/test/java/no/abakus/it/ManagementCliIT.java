package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.it.server.Line;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/**
 * Lists and selects the waiting messages with WildFly's own management CLI, as server-config/wildfly/README.md shows
 * it.
 */
@OnSharedServer
final class ManagementCliIT {

    private static final String ACCESS_LOG =
            "/subsystem=undertow/server=default-server/host=default-host/setting=access-log";
    private static final String QUEUE =
            "/subsystem=messaging-activemq/server=default/runtime-queue=jms.queue.abakus.default";
    private static final String BROKER = "/subsystem=messaging-activemq/server=default";
    private static final String DETOUR = BROKER + "/jms-queue=AbakusExpiry";
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

    /**
     * Provisioning adds a queue of the server itself, which passes expired messages on to the application's listener.
     */
    @Test
    void what_the_broker_expires_is_reported_and_waits_nowhere(Server server) throws Exception {
        cli(server, QUEUE + ":pause");
        String taskId;
        String expired;
        try {
            taskId = server.operator()
                    .with("X-Request-ID", "cli-3")
                    .applyAsync("diagnostics.add", "{\"args\":[1,2],\"expires\":600}");
            expired = cli(server, QUEUE + ":expire-messages(filter=\"abakus_ctx_request_id='cli-3'\")");
        } finally {
            cli(server, QUEUE + ":resume");
        }

        assertThat(expired).contains("\"result\" => 1");
        server.lines()
                .await(
                        "the expiry",
                        PATIENCE,
                        line -> line.get("task_id").equals(taskId)
                                && line.event().equals("task_expired"));
        assertThat(cli(server, DETOUR + ":read-attribute(name=message-count)")).contains("\"result\" => 0L");
    }

    @Test
    void the_management_console_can_show_counts(Server server) throws Exception {
        assertThat(cli(server, BROKER + ":read-attribute(name=statistics-enabled)"))
                .contains("\"result\" => true");
        assertThat(cli(server, QUEUE + ":read-attribute(name=messages-added)")).containsPattern("=> [0-9]+L");
    }

    @Test
    void the_servers_access_log_is_lines_as_well(Server server) throws Exception {
        cli(server, ACCESS_LOG + ":add(use-server-log=true,pattern=\"%m %U %s\")");
        try {
            server.http().get("/abakus/api/health?from=access-log");
            Line line = server.lines()
                    .await(
                            "of the access log",
                            PATIENCE,
                            one -> one.get("logger").equals("io.undertow.accesslog")
                                    && one.event().equals("GET /abakus/api/health 200"));
            assertThat(line.isJson()).isTrue();
        } finally {
            cli(server, ACCESS_LOG + ":remove");
        }
    }

    @Test
    void the_level_of_a_logger_changes_while_the_server_runs(Server server) throws Exception {
        cli(server, "/subsystem=logging/logger=third.party:add(level=ERROR)");
        try {
            foreignLine(server, "hushed");
        } finally {
            cli(server, "/subsystem=logging/logger=third.party:remove");
        }
        foreignLine(server, "heard again");

        assertThat(server.lines().where(line -> line.event().equals("hushed"))).isEmpty();
        assertThat(server.lines().where(line -> line.event().equals("heard again")))
                .hasSize(1);
    }

    private static void foreignLine(Server server, String message) throws InterruptedException {
        String id = server.operator().applyAsync("diagnostics.foreign_log", "{\"args\":[\"" + message + "\"]}");
        server.lines()
                .await(
                        "the end of " + id,
                        PATIENCE,
                        line -> line.get("task_id").equals(id) && line.event().equals("task_succeeded"));
    }

    @Test
    void a_delayed_task_is_listed_with_the_time_at_which_it_is_due(Server server) throws Exception {
        String eta = Instant.now()
                // A task that is due in more than five minutes would wait in the database.
                .plus(Duration.ofMinutes(4))
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        String taskId = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2],\"eta\":\"" + eta + "\"}");

        String listed = cli(server, QUEUE + ":list-scheduled-messages");
        int at = listed.indexOf("\"abakus_id\" => \"" + taskId + "\"");

        assertThat(at).as(listed).isNotNegative();
        String message = listed.substring(listed.lastIndexOf('{', at), listed.indexOf('}', at));
        assertThat(message).contains("\"abakus_eta\" => \"" + eta + "\"");
        // JMS takes a delay, so the broker's time is later than the eta by the time that sending took, and never
        // earlier.
        assertThat(brokersDueTime(message))
                .isBetween(Instant.parse(eta), Instant.parse(eta).plus(PATIENCE));
    }

    private static Instant brokersDueTime(String message) {
        Matcher due = Pattern.compile("\"_AMQ_SCHED_DELIVERY\" => (\\d+)L").matcher(message);
        assertThat(due.find()).as(message).isTrue();
        return Instant.ofEpochMilli(Long.parseLong(due.group(1)));
    }

    private static String cli(Server server, String command) {
        String output = new ManagementCli(server).run(command);
        assertThat(output).contains("\"outcome\" => \"success\"");
        return output;
    }
}
