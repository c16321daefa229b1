package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** An operator handles many tasks in one operation, and exports the executions as a file. */
@OnSharedServer
final class BulkIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int FAILURES = 60;

    private static String failed(Server server, int count) throws Exception {
        String request = "bulk-" + UUID.randomUUID();
        for (int i = 0; i < count; i++) {
            server.operator()
                    .with("X-Request-ID", request)
                    .applyAsync("diagnostics.fail", "{\"args\":[\"=bulk, " + i + "\"]}");
        }
        awaitTotal(server, "request_id:" + request, count);
        return request;
    }

    private static void awaitTotal(Server server, String q, int count) {
        await(count + " executions of " + q)
                .atMost(PATIENCE)
                .until(() -> server.operator()
                                .get(API + "executions?q=" + q)
                                .json()
                                .at("/total/value")
                                .asInt()
                        == count);
    }

    private static JsonNode preview(Http http, String body) throws Exception {
        Http.Answer answer = http.post(API + "bulk", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode awaitState(Server server, String id, String state) {
        return await("bulk " + id + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> server.operator().get(API + "bulk/" + id).json(),
                        bulk -> bulk.path("state").asText().equals(state));
    }

    @Test
    void what_a_preview_counts_is_sent_again_once_each(Server server) throws Exception {
        Http http = server.operator();
        String request = failed(server, FAILURES);
        String body =
                "{\"action\":\"retry\",\"q\":\"request_id:" + request + "\",\"rate\":100,\"reason\":\"SMTP is back\"}";

        JsonNode preview = preview(http, body);
        assertThat(preview.path("count").asInt()).isEqualTo(FAILURES);
        assertThat(preview.path("possible").asInt()).isEqualTo(FAILURES);
        assertThat(preview.path("sample")).hasSize(5);
        String id = preview.path("bulk_id").asText();
        Http viewer = server.http().as("viewer", Server.VIEWER_PASSWORD);
        assertThat(viewer.post(API + "bulk", body).status()).isEqualTo(403);
        assertThat(viewer.post(API + "bulk/" + id + "/start", "{}").status()).isEqualTo(403);
        assertThat(viewer.get(API + "bulk/" + id).status()).isEqualTo(200);

        assertThat(http.post(API + "bulk/" + id + "/start", "{}").status()).isEqualTo(202);
        Http.Answer again = http.post(API + "bulk/" + id + "/start", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("preview-stale");
        JsonNode done = awaitState(server, id, "done");

        assertThat(done.path("done").asInt()).isEqualTo(FAILURES);
        // The retried tasks fail again, and none was sent twice.
        awaitTotal(server, "request_id:" + request, 2 * FAILURES);
        awaitTotal(server, "request_id:" + request + "+ctx.retried_by:operator", FAILURES);
        JsonNode second = preview(http, body);
        assertThat(second.at("/not_possible/already-retried").asInt()).isEqualTo(FAILURES);
        assertThat(second.path("possible").asInt()).isEqualTo(FAILURES);
        assertThat(http.get(API + "audit").body())
                .contains("bulk-retry")
                .contains("SMTP is back")
                .contains("done: " + FAILURES + " of " + FAILURES);
    }

    @Test
    void a_stop_leaves_the_rest(Server server) throws Exception {
        Http http = server.operator();
        String request = failed(server, 30);
        String id = preview(http, "{\"action\":\"retry\",\"q\":\"request_id:" + request + "\",\"rate\":2}")
                .path("bulk_id")
                .asText();
        http.post(API + "bulk/" + id + "/start", "{}");
        await("progress")
                .atMost(PATIENCE)
                .until(() -> http.get(API + "bulk/" + id).json().path("done").asInt() > 0);

        JsonNode stopped = http.post(API + "bulk/" + id + "/stop", "{}").json();
        assertThat(stopped.path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.path("done").asInt()).isBetween(1, 20);
        assertThat(preview(http, "{\"action\":\"retry\",\"q\":\"request_id:" + request + " -ctx.retried_by:*\"}")
                        .path("possible")
                        .asInt())
                .isGreaterThan(9);
    }

    @Test
    void what_is_not_a_bulk_operation_is_refused_by_the_name_of_the_member(Server server) throws Exception {
        Http http = server.operator();
        for (String[] bad : new String[][] {
            {"{}", "bad-bulk", "action"},
            {"{\"action\":\"burn\",\"q\":\"\"}", "bad-bulk", "action"},
            {"{\"action\":\"retry\"}", "bad-bulk", "q"},
            {"{\"action\":\"retry\",\"q\":\"\",\"ids\":[\"1\"]}", "bad-bulk", "q"},
            {"{\"action\":\"retry\",\"ids\":[]}", "bad-bulk", "ids"},
            {"{\"action\":\"retry\",\"ids\":[\"\"]}", "bad-bulk", "ids"},
            {"{\"action\":\"retry\",\"q\":\"\",\"rate\":0}", "bad-bulk", "rate"},
            {"{\"action\":\"retry\",\"q\":\"\",\"rate\":1.5}", "bad-body", "rate"},
            {"{\"action\":\"retry\",\"q\":\"\",\"reason\":\"" + "x".repeat(1_001) + "\"}", "bad-bulk", "reason"},
            {"{\"action\":\"retry\",\"q\":\"x\"}", "bad-query", "position"},
            {"{\"action\":\"retry\",\"q\":\"state:running\"}", "bad-query", "state"},
            {"{\"action\":\"revoke\",\"q\":\"task:x\"}", "bad-query", "state"},
            {"{\"action\":\"delete\",\"q\":\"state:x\"}", "bad-query", "position"},
            {"null", "bad-bulk", "action"}
        }) {
            Http.Answer answer = http.post(API + "bulk", bad[0]);
            assertThat(answer.status()).as(bad[0] + " " + answer.body()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).as(bad[0]).isEqualTo(bad[1]);
            assertThat(answer.body()).contains(bad[2]);
        }
        assertThat(http.get(API + "bulk/nothing").json().path("code").asText()).isEqualTo("bulk-not-found");
        assertThat(http.post(API + "bulk/nothing/start", "{}").status()).isEqualTo(404);
        assertThat(http.post(API + "bulk/nothing/stop", "{}").status()).isEqualTo(404);
    }

    @Test
    void executions_are_exported_without_formulas(Server server) throws Exception {
        String request = failed(server, 3);
        String q = "executions/export?q=request_id:" + request;

        Http.Answer csv = server.http().as("viewer", Server.VIEWER_PASSWORD).get(API + q);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("executions.csv");
        assertThat(csv.body().split("\r\n", -1)).hasSize(5);
        assertThat(csv.body()).startsWith("task_id,name,state").contains("IllegalStateException: =bulk, 1");

        Http.Answer ndjson = server.operator().get(API + q + "&format=ndjson");
        assertThat(ndjson.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(ndjson.body().lines()).hasSize(3).allMatch(line -> line.contains("\"request_id\":\"" + request));

        assertThat(server.operator()
                        .get(API + q + "&format=xml")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("bad-query");
        assertThat(server.operator()
                        .get(API + "executions/export?q=state:running")
                        .status())
                .isEqualTo(400);
        assertThat(server.http().get(API + q).status()).isEqualTo(401);
    }
}
