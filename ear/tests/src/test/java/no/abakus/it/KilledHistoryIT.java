package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The history outlives the process, even if the process is killed. */
@Tag("long")
final class KilledHistoryIT {

    private static final int PORT_OFFSET = 1150;
    private static final String EXECUTIONS = "/abakus/api/executions/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_failure_from_before_a_kill_is_there_after_it_and_can_be_sent_again() throws Exception {
        try (Server server = Server.fresh("killed-history", PORT_OFFSET).start()) {
            Http http = server.operator();
            String id = http.applyAsync("diagnostics.fail", "{\"args\":[\"before the kill\"]}");
            awaitFailure(http, id);

            server.kill();
            server.start();

            JsonNode kept = awaitFailure(server.operator(), id);
            assertThat(kept.path("error").asText()).isEqualTo("IllegalStateException: before the kill");
            assertThat(kept.at("/sources/history/kept").asText()).isEqualTo("all");
            Http.Answer retried = server.operator().post(EXECUTIONS + id + "/retry", "{}");
            assertThat(retried.status()).as(retried.body()).isEqualTo(202);
            awaitFailure(server.operator(), retried.json().path("task_id").asText());
        }
    }

    private static JsonNode awaitFailure(Http http, String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Http.Answer last;
        do {
            last = http.get(EXECUTIONS + id);
            if (last.status() == 200 && last.json().path("state").asText().equals("FAILURE")) {
                return last.json();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        } while (System.nanoTime() < deadline);
        throw new AssertionError("Nothing is kept of " + id + ": " + last.status() + " " + last.body());
    }
}
