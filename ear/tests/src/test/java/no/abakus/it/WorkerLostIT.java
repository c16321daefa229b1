package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The machine is killed, or a task brings it down: what happens to that task, and to tasks that must not run again. */
@Tag("long")
final class WorkerLostIT {

    private static final int PORT_OFFSET = 2100;
    private static final int OUT_OF_MEMORY = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void one_task_is_parked_with_the_evidence_and_the_others_fail_and_are_not_run_again() throws Exception {
        try (Server server = Server.fresh("worker-lost", PORT_OFFSET).start()) {
            Http http = server.operator();
            String killer = send(http, "diagnostics.exhaust", "[3600]");
            await(server, "task_started", killer);
            awaitStackOf(server, "BadEnds.exhaust(");

            server.kill();
            server.start();
            await(server, "task_started", killer);
            String once = send(http, "diagnostics.record_once", "[\"once\",600]");
            String early = send(http, "diagnostics.record_early", "[\"early\",600]");
            String transacted = send(http, "diagnostics.record_transacted", "[\"transacted\",0]");
            await(server, "task_started", once);
            await(server, "task_started", early);
            await(server, "task_succeeded", transacted);
            send(http, "diagnostics.exhaust_now", "[]");

            assertThat(server.awaitExit(SOON)).isEqualTo(OUT_OF_MEMORY);
            server.start();
            Line parked = await(server, "task_rejected", killer);
            assertThat(parked.get("reason")).isEqualTo("worker-lost");
            assertThat(parked.get("detail")).contains("ran nothing else", "BadEnds.exhaust(");
            assertThat(result(http, killer).path("state").asText()).isEqualTo("REJECTED");
            for (String id : new String[] {once, early}) {
                await(server, "task_failed", id);
                JsonNode failed = result(http, id);
                assertThat(failed.path("state").asText()).isEqualTo("FAILURE");
                assertThat(failed.at("/exception/type").asText()).isEqualTo("no.abakus.tasks.WorkerLostException");
            }
            assertThat(server.lines()
                            .where(line -> line.event().equals("task_started")
                                    && (line.get("task_id").equals(once)
                                            || line.get("task_id").equals(early))))
                    .as("neither is run again")
                    .isEmpty();
            assertThat(Ledger.of(server).rows("once")).isEmpty();
            assertThat(Ledger.of(server).rows("early")).isEmpty();
            assertThat(Ledger.of(server).rows("transacted")).hasSize(1);

            othersAreDoneBesideBodiesThatNeverEnd(server);
            send(http, "diagnostics.exit", "[5]");
            assertThat(server.awaitExit(SOON)).as("the task's code, or ours").isIn(5, 4);
        }
    }

    private static void othersAreDoneBesideBodiesThatNeverEnd(Server server) throws InterruptedException {
        Http http = server.operator();
        String overflow = send(http, "diagnostics.overflow", "[]");
        assertThat(result(http, overflow).at("/exception/type").asText()).isEqualTo("java.lang.StackOverflowError");
        for (String endless : new String[] {"diagnostics.self_send", "diagnostics.retry_forever"}) {
            await(server, "task_started", send(http, endless, "[]"));
        }
        for (int i = 0; i < 10; i++) {
            String sum = send(http, "diagnostics.add", "[1,2]");
            assertThat(result(http, sum).path("result").asInt()).isEqualTo(3);
        }
        assertThat(http.get("/abakus/api/health").status()).isEqualTo(200);
    }

    private static String send(Http http, String task, String args) throws InterruptedException {
        return http.applyAsync(task, "{\"args\":" + args + ",\"ignore_result\":false}");
    }

    private static Line await(Server server, String event, String id) throws InterruptedException {
        return server.lines()
                .await(event + " of " + id, SOON, line -> line.event().equals(event) && id.equals(line.get("task_id")));
    }

    private static JsonNode result(Http http, String id) throws InterruptedException {
        return http.get("/abakus/api/results/" + id + "?wait=20").json();
    }

    /**
     * Waits until the server's record of running tasks, which survives its death, contains the line that the task has
     * reached.
     */
    private static void awaitStackOf(Server server, String method) {
        Awaitility.await("stack with " + method).atMost(SOON).ignoreExceptions().until(() -> Files.readString(
                        recordOfRunningTasks(server), StandardCharsets.UTF_16BE)
                .contains(method));
    }

    private static Path recordOfRunningTasks(Server server) throws IOException {
        try (Stream<Path> files = Files.walk(server.base())) {
            return files.filter(file -> file.endsWith("running-tasks.bin"))
                    .findAny()
                    .orElseThrow();
        }
    }
}
