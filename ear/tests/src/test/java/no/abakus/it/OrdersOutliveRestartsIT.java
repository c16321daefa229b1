package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator's orders also apply to a node that knows them only from the database. */
@Tag("long")
@OnKilledServer
final class OrdersOutliveRestartsIT {

    private static final String CONTROL = "/abakus/api/control/";

    @Test
    void a_revoked_task_is_not_run_and_a_paused_one_waits_after_the_machine_died(Server server) throws Exception {
        Http http = server.operator();
        String request = "revoked-" + UUID.randomUUID();
        String revoked = http.with("X-Request-ID", request)
                .applyAsync("diagnostics.record", "{\"args\":[\"revoked\",0],\"countdown\":5}");
        http.applyAsync("diagnostics.log", "{\"args\":[\"paused_task_ran\",{}],\"countdown\":5}");
        order(http, "revoke", "{\"context\":{\"name\":\"request_id\",\"value\":\"" + request + "\"}}");
        order(http, "pause", "{\"task\":\"diagnostics.log\"}");

        server.kill();
        server.start();

        Line told = server.lines()
                .await(
                        "told that it was revoked",
                        Duration.ofSeconds(30),
                        line -> line.event().equals("task_revoked")
                                && line.get("task_id").equals(revoked));
        assertThat(told.get("by")).isEqualTo("context request_id=" + request);
        assertThat(Ledger.of(server).rows("revoked")).isEmpty();
        assertThat(server.lines().where(line -> line.event().equals("paused_task_ran")))
                .isEmpty();
        order(http, "resume", "{\"task\":\"diagnostics.log\"}");
        server.lines().await("begun after all", Duration.ofSeconds(70), line -> line.event()
                .equals("paused_task_ran"));
    }

    private static void order(Http http, String order, String body) throws InterruptedException {
        Http.Answer answer = http.post(CONTROL + order, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }
}
