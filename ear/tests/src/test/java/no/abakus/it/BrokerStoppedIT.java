package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The broker, a separate process, stops. Senders get an exception in time, the server keeps running, and work resumes
 * when the broker is back.
 */
@EnabledIfSystemProperty(named = "abakus.broker", matches = "artemis", disabledReason = "The broker is in the server")
final class BrokerStoppedIT {

    private static final int PORT_OFFSET = 1800;

    /** The ten seconds of the standard policy, plus the delays of a slow test machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(13);

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void a_call_answers_503_within_its_deadline_and_works_again_by_itself() throws Exception {
        try (Server server = Server.fresh("broker-stopped", PORT_OFFSET).start()) {
            Http operator = server.operator();
            assertThat(sum(operator)).isEqualTo(3);

            server.stopBroker();
            long before = System.nanoTime();
            Http.Answer refused = operator.post("/abakus/api/tasks/diagnostics.add/apply-async", "{\"args\":[1,2]}");
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(refused.status()).as("%s", refused).isEqualTo(503);
            assertThat(refused.json().path("code").asText()).isEqualTo("broker-unavailable");
            assertThat(took).isLessThan(DEADLINE);
            server.http().awaitStatus("/abakus/api/health", 503, SOON);
            assertThat(operator.get("/abakus/api/tasks").status()).isEqualTo(200);

            server.startBroker();
            server.http().awaitStatus("/abakus/api/health", 200, SOON);
            assertThat(sum(operator)).isEqualTo(3);
        }
    }

    private static int sum(Http operator) throws InterruptedException {
        String id = operator.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        return operator.get("/abakus/api/results/" + id + "?wait=20")
                .json()
                .path("result")
                .asInt();
    }
}
