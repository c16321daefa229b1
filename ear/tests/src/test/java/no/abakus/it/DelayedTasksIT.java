package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** Tasks due later block no others, survive a crash of the machine, and run once each when they are due. */
final class DelayedTasksIT {

    private static final int PORT_OFFSET = 2450;
    private static final int LATER = 3_000;
    private static final int MOVED = 600;
    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Tasks move to their queue twelve seconds before they are due, and are looked up every three. */
    private static final Duration PARK_ABOVE = Duration.ofSeconds(24);

    private static final Duration LEAD = Duration.ofSeconds(12);

    @Test
    void they_wait_in_the_database_over_a_kill_amid_their_move_and_run_once_each() throws Exception {
        try (Server server = Server.fresh("delayed", PORT_OFFSET, "-Dabakus.tasks.delay.park-above=" + PARK_ABOVE)
                .start()) {
            Http http = server.operator();
            Instant due = Instant.now().plusSeconds(50);
            spawn(
                    http,
                    "[\"diagnostics.add\",[1,2]," + LATER + ",\""
                            + Instant.now().plus(Duration.ofDays(1)) + "\"]");
            spawn(http, "[\"diagnostics.record\",[\"moved\",0]," + MOVED + ",\"" + due + "\"]");
            awaitScheduled(http, LATER + MOVED);
            String revoked = later(http);

            JsonNode answer = http.post(API + "control/revoke", "{\"ids\":[\"" + revoked + "\"]}")
                    .json();
            assertThat(answer.path("outcome").asText()).as("its row is gone").isEqualTo("removed");

            runs(http);
            sleepUntil(due.minus(LEAD).plusSeconds(3));
            server.kill();
            server.start();
            runs(http);
            JsonNode rows = awaitRows(server, MOVED);
            Set<String> tasks = new HashSet<>();
            rows.forEach(row -> {
                tasks.add(row.path("task_id").asText());
                assertThat(Instant.parse(row.path("at").asText())).isAfterOrEqualTo(due);
            });
            assertThat(rows).as("none twice").hasSize(MOVED);
            assertThat(tasks).hasSize(MOVED);
            assertThat(scheduled(http)).isEqualTo(LATER);
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

    private static long scheduled(Http http) throws InterruptedException {
        for (JsonNode queue : http.get(API + "queues").json().path("queues")) {
            if (queue.path("name").asText().equals("default")) {
                return queue.path("scheduled").asLong();
            }
        }
        throw new AssertionError("The queue 'default' is not told of");
    }

    private static void awaitScheduled(Http http, int count) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (scheduled(http) < count) {
            assertThat(Instant.now())
                    .as(scheduled(http) + " wait for their time")
                    .isBefore(deadline);
            Thread.sleep(200);
        }
        assertThat(scheduled(http)).isEqualTo(count);
    }

    private static JsonNode awaitRows(Server server, int count) throws InterruptedException {
        Http webkom = server.http().as("webkom", "webkom");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode rows = webkom.get("/registrations/api/ledger/moved").json();
            if (rows.size() >= count) {
                // Messages still held by a transaction in doubt would arrive now.
                Thread.sleep(3_000);
                return webkom.get("/registrations/api/ledger/moved").json();
            }
            assertThat(Instant.now()).as(rows.size() + " have run").isBefore(deadline);
            Thread.sleep(500);
        }
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }
}
