package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a task, requested over REST. */
@OnSharedServer
final class ResultsIT {

    private static final String RESULTS = "/abakus/api/results/";

    @Test
    void a_result_can_be_waited_for_and_tells_who_ran_it_and_when(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.add", "{\"args\":[20,22],\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("task_id").asText()).isEqualTo(id);
        assertThat(result.path("name").asText()).isEqualTo("diagnostics.add");
        assertThat(result.path("state").asText()).isEqualTo("SUCCESS");
        assertThat(result.path("result").asInt()).isEqualTo(42);
        assertThat(result.path("exception").isNull()).isTrue();
        assertThat(result.path("root_id").asText()).isEqualTo(id);
        assertThat(result.path("parent_id").isNull()).isTrue();
        assertThat(result.path("worker").asText()).isNotEmpty();
        assertThat(result.path("date_queued").asText()).endsWith("Z");
        assertThat(result.path("date_done").asText())
                .isGreaterThanOrEqualTo(result.path("date_started").asText());
    }

    /** An id is opaque: whatever is accepted is found under the address that the response names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with blank",
                "+",
                "a+b&c=d?e#f",
                "~!@$^*()_-={}[]|:<>,.'`",
                "...",
                "a.b",
                "%C3%A6",
                "æøå",
                "\uD83D\uDE00",
                "\u200b",
                "\u2028",
                "a:b@c",
                "-x",
                " leading",
                "trailing "
            })
    void the_location_of_a_call_leads_to_its_result_or_the_id_is_refused(String odd, Server server) throws Exception {
        Http http = server.operator();
        String id = odd + UUID.randomUUID() + odd;
        String body = new ObjectMapper()
                .writeValueAsString(Map.of("args", List.of(1, 2), "ignore_result", false, "task_id", id));
        Http.Answer sent = http.post("/abakus/api/tasks/diagnostics.add/apply-async", body);
        if (sent.status() == 400) {
            assertThat(sent.json().path("code").asText()).isEqualTo("task-option");
            assertThat(odd).as("only what servers do not take in a path").matches("(?s).*[/\\\\;%\\p{Cntrl}].*");
            return;
        }
        assertThat(sent.status()).as("%s", sent).isEqualTo(202);
        String location = URI.create(sent.header("Location")).getRawPath();

        Http.Answer result = http.get(location + "?wait=20");

        assertThat(result.status()).as(location).isEqualTo(200);
        assertThat(result.json().path("task_id").asText()).isEqualTo(id);
        assertThat(result.json().path("result").asInt()).isEqualTo(3);
        assertThat(http.delete(location).status()).isEqualTo(204);
    }

    @Test
    void whatever_json_a_task_returns_comes_back(Server server) throws Exception {
        Http http = server.operator();
        String value = "{\"a\":[1,2.5,null,true,\"ø\"],\"b\":{\"c\":\"d\"}}";
        String id = http.applyAsync("diagnostics.echo", "{\"args\":[" + value + "],\"ignore_result\":false}");

        assertThat(http.get(RESULTS + id + "?wait=20").json().path("result").toString())
                .isEqualTo(value);
    }

    @Test
    void a_wait_ends_as_soon_as_the_task_and_at_the_latest_when_it_was_said_to(Server server) throws Exception {
        Http http = server.operator();
        long sent = System.nanoTime();
        String id = http.applyAsync("diagnostics.sleep", "{\"args\":[3],\"ignore_result\":false}");
        long begun = System.nanoTime();

        JsonNode early = http.get(RESULTS + id + "?wait=0.5").json();
        double afterEarly = secondsSince(begun);
        JsonNode done = http.get(RESULTS + id + "?wait=50").json();

        assertThat(early.path("state").asText()).isIn("PENDING", "STARTED");
        assertThat(afterEarly).isBetween(0.4, 2.9);
        assertThat(done.path("state").asText()).isEqualTo("SUCCESS");
        assertThat(secondsSince(sent)).isBetween(2.9, 20.0);
    }

    /** The time may be over before the request is told to wait. */
    @Test
    void the_shortest_waits_are_answered_like_all_others(Server server) throws Exception {
        Http http = server.operator();
        for (int i = 0; i < 300; i++) {
            assertThat(http.get(RESULTS + "none?wait=0.001").status())
                    .as("request " + i)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_failure_tells_type_message_and_traceback(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.fail", "{\"args\":[\"no stock\"],\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("state").asText()).isEqualTo("FAILURE");
        assertThat(result.at("/exception/type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(result.at("/exception/message").asText()).isEqualTo("no stock");
        assertThat(result.at("/exception/traceback").asText())
                .startsWith("java.lang.IllegalStateException: no stock\n\tat ")
                .contains("Diagnostics.fail(Diagnostics.java:");
    }

    @Test
    void a_task_that_retries_ends_with_the_number_of_its_retries(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.retry_until", "{\"args\":[3],\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("result").asInt()).isEqualTo(3);
        assertThat(result.path("retries").asInt()).isEqualTo(3);
        assertThat(result.path("attempts")).hasSize(3);
        assertThat(result.at("/attempts/2/next_eta").asText()).endsWith("Z");
    }

    @Test
    void links_get_the_result_and_are_children(Server server) throws Exception {
        Http http = server.operator();
        String link = "{\"task\":\"diagnostics.add\",\"args\":[100],\"options\":{\"ignore_result\":false}}";
        String id =
                http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false,\"link\":" + link + "}");

        JsonNode parent = http.get(RESULTS + id + "?wait=20").json();
        String childId = parent.at("/children/0").asText();
        JsonNode child = http.get(RESULTS + childId + "?wait=20").json();

        assertThat(parent.path("children")).hasSize(1);
        assertThat(child.path("result").asInt()).isEqualTo(103);
        assertThat(child.path("parent_id").asText()).isEqualTo(id);
        assertThat(child.path("root_id").asText()).isEqualTo(id);
    }

    @Test
    void what_a_task_sends_is_its_child(Server server) throws Exception {
        Http http = server.operator();
        String id =
                http.applyAsync("diagnostics.spawn", "{\"args\":[\"diagnostics.add\",[1,2]],\"ignore_result\":false}");

        JsonNode parent = http.get(RESULTS + id + "?wait=20").json();

        assertThat(parent.at("/children/0").asText())
                .isEqualTo(parent.path("result").asText());
    }

    @Test
    void an_error_link_writes_what_it_was_told_of_the_failure(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync(
                "diagnostics.fail",
                "{\"args\":[\"no stock\"],\"ignore_result\":false,\"link_error\":{\"task\":\"diagnostics.on_error\","
                        + "\"options\":{\"ignore_result\":false}}}");
        JsonNode failed = http.get(RESULTS + id + "?wait=20").json();
        http.get(RESULTS + failed.at("/children/0").asText() + "?wait=20");

        JsonNode rows = server.http()
                .as("webkom", "webkom")
                .get("/registrations/api/ledger/error:" + id)
                .json();

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/data").asText()).contains("\"no stock\"").contains("\"task_id\":\"" + id + "\"");
    }

    @Test
    void what_is_ignored_or_forgotten_or_was_never_there_is_not_found(Server server) throws Exception {
        Http http = server.operator();
        String ignored = http.applyAsync("diagnostics.add", "{\"args\":[1,2]}");
        String kept = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        http.get(RESULTS + kept + "?wait=20");

        assertThat(http.delete(RESULTS + kept).status()).isEqualTo(204);

        for (String id : new String[] {ignored, kept, UUID.randomUUID().toString()}) {
            assertThat(http.get(RESULTS + id).status()).isEqualTo(404);
            assertThat(http.get(RESULTS + id).json().path("code").asText()).isEqualTo("result-not-found");
            assertThat(http.delete(RESULTS + id).status()).isEqualTo(404);
        }
    }

    @Test
    void a_task_that_waits_can_be_revoked_and_one_that_is_done_cannot(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"countdown\":2,\"ignore_result\":false}");

        assertThat(outcome(http, id)).isIn("removed", "flagged");
        assertThat(http.get(RESULTS + id + "?wait=5").json().path("state").asText())
                .isEqualTo("REVOKED");
        assertThat(outcome(http, id)).isEqualTo("already-done");
        assertThat(outcome(http, UUID.randomUUID().toString())).isEqualTo("flagged");
        server.lines()
                .await(
                        "told that it is not run",
                        Duration.ofSeconds(20),
                        line -> line.event().equals("task_revoked")
                                && line.get("task_id").equals(id));
    }

    private static String outcome(Http http, String id) throws InterruptedException {
        Http.Answer answer = http.post(RESULTS + id + "/revoke", "{\"terminate\":false}");
        assertThat(answer.status()).isEqualTo(202);
        return answer.json().path("outcome").asText();
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
