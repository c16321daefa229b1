package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tasks that are due later do not block others, survive a crash of the machine, and each run once when they are due.
 */
@Tag("long")
final class DelayedTasksIT {

    private static final int PORT_OFFSET = 2450;
    private static final int LATER = 3_000;
    private static final int MOVED = 600;
    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Tasks move to their queue twelve seconds before they are due. The server checks for them every three seconds. */
    private static final Duration PARK_ABOVE = Duration.ofSeconds(24);

    private static final Duration LEAD = Duration.ofSeconds(12);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration IN_DOUBT = Duration.ofSeconds(3);

    @Test
    void they_wait_in_the_database_over_a_kill_amid_their_move_and_run_once_each() throws Exception {
        try (Server server = Server.fresh("delayed", PORT_OFFSET, "-Dabakus.tasks.delay.park-above=" + PARK_ABOVE)
                .start()) {
            Http http = server.operator();
            Queues queues = Queues.as(http);
            spawn(
                    http,
                    "[\"diagnostics.add\",[1,2]," + LATER + ",\""
                            + Instant.now().plus(Duration.ofDays(1)) + "\"]");
            queues.awaitAtLeast("scheduled", LATER);
            Instant due = Instant.now().plus(PARK_ABOVE).plusSeconds(8);
            spawn(http, "[\"diagnostics.record\",[\"moved\",0]," + MOVED + ",\"" + due + "\"]");
            assertThat(queues.awaitAtLeast("scheduled", LATER + MOVED)).isEqualTo(LATER + MOVED);
            String revoked = later(http);

            JsonNode answer = http.post(API + "control/revoke", "{\"ids\":[\"" + revoked + "\"]}")
                    .json();
            assertThat(answer.path("outcome").asText()).as("its row is gone").isEqualTo("removed");

            runs(http);
            sleepUntil(due.minus(LEAD).plus(BETWEEN_LOOKS));
            server.kill();
            server.start();
            runs(http);
            JsonNode rows = Ledger.of(server).awaitRows("moved", MOVED, PATIENCE);
            Set<String> tasks = new HashSet<>();
            rows.forEach(row -> {
                tasks.add(row.path("task_id").asText());
                assertThat(Instant.parse(row.path("at").asText())).isAfterOrEqualTo(due);
            });
            assertThat(tasks).hasSize(MOVED);
            assertThat(queues.count("scheduled")).isEqualTo(LATER);
            // Messages still held by a transaction in doubt would arrive now.
            await("none of them twice")
                    .during(IN_DOUBT)
                    .atMost(IN_DOUBT.plus(PATIENCE))
                    .until(() -> Ledger.of(server).rows("moved").size() == MOVED);
        }
    }

    private static void spawn(Http http, String arguments) throws InterruptedException {
        http.applyAsync("diagnostics.spawn_many", "{\"args\":" + arguments + "}");
    }

    private static String later(Http http) throws InterruptedException {
        return http.applyAsync("diagnostics.echo", "{\"args\":[1],\"countdown\":86400}");
    }

    private static void runs(Http http) throws InterruptedException {
        String id = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        assertThat(http.get(API + "results/" + id + "?wait=30")
                        .json()
                        .path("state")
                        .asText())
                .as("a new task beside those that are not due")
                .isEqualTo("SUCCESS");
    }

    /** Only the time of day says when the move starts. */
    private static void sleepUntil(Instant time) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }
}
