package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks that take too long, on a server's threads. */
@Tag("long")
@OnSharedServer
final class TimeLimitsIT {

    private static final String RESULTS = "/abakus/api/results/";

    @Test
    void a_task_that_waits_is_interrupted_at_its_soft_limit(Server server) throws Exception {
        Http http = server.operator();
        String id =
                http.applyAsync("diagnostics.sleep", "{\"args\":[30],\"soft_time_limit\":0.5,\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("state").asText()).isEqualTo("FAILURE");
        assertThat(result.at("/exception/type").asText()).isEqualTo("no.abakus.tasks.SoftTimeLimitExceeded");
        awaitLine(server, "task_soft_time_limit_reached", id);
    }

    @Test
    void a_task_that_ignores_interrupts_has_failed_at_its_limit_and_its_thread_is_named(Server server)
            throws Exception {
        Http http = server.operator();
        long begun = System.nanoTime();
        String id = http.applyAsync("diagnostics.spin", "{\"args\":[12],\"time_limit\":0.5,\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        assertThat(result.path("state").asText()).isEqualTo("FAILURE");
        assertThat(result.at("/exception/type").asText()).isEqualTo("no.abakus.tasks.TimeLimitExceeded");
        assertThat(result.at("/exception/traceback").asText()).contains("Diagnostics.spin(Diagnostics.java:");
        Line exceeded = awaitLine(server, "task_time_limit_exceeded", id);
        assertThat(exceeded.get("thread")).isEqualTo("abakus-abandoned diagnostics.spin[" + id + "]");
        awaitLine(server, "task_abandoned_thread_ended", id);
    }

    @Test
    void a_task_with_a_limit_has_what_every_task_has(Server server) throws Exception {
        Http http = server.operator().with("X-Request-ID", "limited-1");
        String id = http.applyAsync("diagnostics.context", "{\"time_limit\":20,\"ignore_result\":false}");
        String row = http.applyAsync(
                "diagnostics.record", "{\"args\":[\"limited\",0],\"time_limit\":20,\"ignore_result\":false}");

        JsonNode context = http.get(RESULTS + id + "?wait=20").json().path("result");
        assertThat(context.path("request_id").asText()).isEqualTo("limited-1");
        assertThat(context.path("task_id").asText()).isEqualTo(id);
        assertThat(http.get(RESULTS + row + "?wait=20").json().path("state").asText())
                .isEqualTo("SUCCESS");
    }

    @Test
    void a_transacted_task_beyond_its_limit_leaves_nothing_behind(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync(
                "diagnostics.record_transacted",
                "{\"args\":[\"limited-transacted\",3],\"time_limit\":0.5,\"ignore_result\":false}");

        assertThat(http.get(RESULTS + id + "?wait=20").json().path("state").asText())
                .isEqualTo("FAILURE");
        awaitLine(server, "task_abandoned_thread_ended", id);
        assertThat(http.as("webkom", "webkom")
                        .get("/registrations/api/ledger/limited-transacted")
                        .json())
                .isEmpty();
    }

    private static Line awaitLine(Server server, String event, String id) throws InterruptedException {
        return server.lines()
                .await(
                        event + " of " + id,
                        Duration.ofSeconds(30),
                        line -> line.event().equals(event)
                                && line.get("task_id").equals(id));
    }
}
