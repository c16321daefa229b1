package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The progress that a running task reports, wherever it is asked for. */
@OnSharedServer
final class ProgressIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int STEPS = 50;

    private static JsonNode awaitProgress(Http http, String path) {
        return await("progress at " + path)
                .atMost(PATIENCE)
                .until(() -> http.get(API + path).json().path("progress"), JsonNode::isObject);
    }

    @Test
    void it_grows_while_the_task_runs_and_is_gone_when_it_has_ended(Server server) throws Exception {
        Http http = server.http().as("viewer", Server.VIEWER_PASSWORD);
        String id = server.operator()
                .applyAsync("diagnostics.progress", "{\"args\":[" + STEPS + ",10],\"ignore_result\":false}");

        JsonNode first = awaitProgress(http, "results/" + id);
        assertThat(first.path("total").asInt()).isEqualTo(STEPS);
        assertThat(first.path("done").asInt()).isBetween(1, STEPS);
        assertThat(first.path("text").asText())
                .isEqualTo("step " + first.path("done").asInt());
        assertThat(Instant.parse(first.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(60));
        await("a later step")
                .atMost(PATIENCE)
                .until(() -> http.get(API + "results/" + id)
                                .json()
                                .at("/progress/done")
                                .asInt()
                        > first.path("done").asInt());
        assertThat(awaitProgress(http, "executions/" + id).path("total").asInt())
                .isEqualTo(STEPS);
        assertThat(http.get(API + "workers/active").json().findValues("progress"))
                .anyMatch(progress -> progress.path("total").asInt() == STEPS);

        JsonNode ended = http.get(API + "results/" + id + "?wait=30").json();
        assertThat(ended.path("result").asInt()).isEqualTo(STEPS);
        assertThat(ended.path("progress").isNull()).isTrue();
    }

    @Test
    void a_task_that_reports_nothing_has_none(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.sleep", "{\"args\":[2],\"ignore_result\":false}");

        await("it runs").atMost(PATIENCE).until(() -> http.get(API + "workers/active")
                .json()
                .findValuesAsText("id")
                .contains(id));

        assertThat(http.get(API + "results/" + id).json().path("progress").isNull())
                .isTrue();
    }
}
