package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** Prometheus finds the figures of a node. */
@OnSharedServer
final class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/abakus/api/metrics";

    @Test
    void a_task_that_has_run_is_counted_with_its_durations(Server server) throws Exception {
        String id = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}");
        server.lines()
                .await(
                        "the end of " + id,
                        PATIENCE,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_id").equals(id));

        Http.Answer answer = server.operator()
                .with("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1")
                .get(PATH);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(answer.body().lines())
                .anyMatch(line -> line.startsWith("messaging_client_sent_messages_total{")
                        && line.contains("abakus_task_name=\"diagnostics.add\""))
                .anyMatch(line -> line.startsWith("abakus_task_executions_total{")
                        && line.contains("abakus_task_name=\"diagnostics.add\"")
                        && line.contains("abakus_task_state=\"succeeded\""))
                .anyMatch(line -> line.startsWith("messaging_process_duration_seconds_count{")
                        && line.contains("abakus_task_name=\"diagnostics.add\"")
                        && !line.endsWith(" 0"))
                .anyMatch(line -> line.startsWith("abakus_queue_messages{")
                        && line.contains("messaging_destination_name=\"default\""))
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                        || line.matches("[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)+})? [0-9.E+-]+"));
    }

    @Test
    void the_account_that_may_only_read_reads_them(Server server) throws Exception {
        Http viewer = server.http().as("viewer", Server.VIEWER_PASSWORD);

        assertThat(viewer.get(PATH).status()).isEqualTo(200);
        assertThat(viewer.post(PATH, "{}").status()).isEqualTo(403);
    }

    @Test
    void without_a_login_there_is_nothing_to_see(Server server) throws Exception {
        Http.Answer answer = server.http().get(PATH);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("messaging_");
    }
}
