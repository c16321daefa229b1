package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An operator looks at how tasks ended, and sends failed ones again. */
@OnSharedServer
final class HistoryIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(100);

    @Test
    void a_task_whose_result_is_ignored_is_found_by_its_request_with_times_and_arguments(Server server)
            throws Exception {
        String request = "history-" + UUID.randomUUID();
        String id = server.operator().with("X-Request-ID", request).applyAsync("diagnostics.add", "{\"args\":[1,2]}");

        JsonNode item = awaitOne(server, "request_id:" + request);

        assertThat(item.path("task_id").asText()).isEqualTo(id);
        assertThat(item.path("name").asText()).isEqualTo("diagnostics.add");
        assertThat(item.path("state").asText()).isEqualTo("SUCCESS");
        assertThat(item.path("args").asText()).contains("1").contains("2");
        assertThat(item.path("user").asText()).isEqualTo("operator");
        assertThat(item.path("runtime").isNumber()).isTrue();
        assertThat(item.path("date_done").asText()).endsWith("Z");
    }

    @Test
    void a_failure_has_a_detail_a_group_and_a_reason_and_is_sent_again_once(Server server) throws Exception {
        Http http = server.operator();
        String request = "history-" + UUID.randomUUID();
        String id = http.with("X-Request-ID", request).applyAsync("diagnostics.fail", "{\"args\":[\"on purpose\"]}");
        JsonNode item = awaitOne(server, "request_id:" + request);
        assertThat(item.path("state").asText()).isEqualTo("FAILURE");
        assertThat(item.path("error").asText()).isEqualTo("IllegalStateException: on purpose");
        assertThat(item.path("retryable").asBoolean()).isTrue();

        JsonNode detail = http.get(API + "executions/" + id).json();
        assertThat(detail.at("/exception/traceback").asText()).contains("IllegalStateException");
        assertThat(detail.at("/context/request_id").asText()).isEqualTo(request);
        assertThat(detail.at("/message/kept").asBoolean()).isTrue();
        assertThat(detail.path("attempts")).hasSize(1);

        assertThat(http.get(API + "executions/" + id + "/lines").json().toString())
                .contains("task_started")
                .contains("task_failed");

        String group = item.path("group").asText();
        assertThat(http.get(API + "failures/" + group).json().path("name").asText())
                .isEqualTo("diagnostics.fail");
        assertThat(http.get(API + "failures").json().path("items").findValuesAsText("group"))
                .contains(group);
        JsonNode noted =
                http.patch(API + "failures/" + group, "{\"note\":\"known\"}").json();
        assertThat(noted.path("note").asText()).isEqualTo("known");
        assertThat(http.patch(API + "failures/" + group, "{\"note\":\"nul \\u0000\"}")
                        .status())
                .isEqualTo(400);
        http.patch(API + "failures/" + group, "{\"note\":null}");

        assertThat(http.get(API + "executions/" + id + "/why")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("ended");

        Http.Answer retried = http.post(API + "executions/" + id + "/retry", "{}");
        assertThat(retried.status()).as(retried.body()).isEqualTo(202);
        String again = retried.json().path("task_id").asText();
        JsonNode second = await(server, "executions/" + again, detailOf -> detailOf.path("state")
                .asText()
                .equals("FAILURE"));
        assertThat(second.at("/context/request_id").asText()).isEqualTo(request);
        assertThat(second.at("/context/retried_by").asText()).isEqualTo("operator");
        Http.Answer refused = http.post(API + "executions/" + id + "/retry", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-retryable");
        assertThat(http.get(API + "executions/" + id).json().path("retried_as").asText())
                .isEqualTo(again);
        await(server, "audit", audit -> audit.at("/items")
                .findValuesAsText("target")
                .contains("executions/" + id));
    }

    @Test
    void a_failure_is_sent_again_with_other_arguments(Server server) throws Exception {
        Http http = server.operator();
        String request = "history-" + UUID.randomUUID();
        String id = http.with("X-Request-ID", request).applyAsync("diagnostics.fail", "{\"args\":[\"x\"]}");
        awaitOne(server, "request_id:" + request);

        assertThat(http.post(API + "executions/" + id + "/retry", "{\"args\":[1,2,3]}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("task-argument");
        assertCode(http.post(API + "executions/" + id + "/retry", "{\"priority\":10}"), 400, "task-option");
        String again = http.post(API + "executions/" + id + "/retry", "{\"args\":[\"y\"]}")
                .json()
                .path("task_id")
                .asText();

        JsonNode detail = await(
                server, "executions/" + again, one -> one.path("state").asText().equals("FAILURE"));
        assertThat(detail.path("error").asText()).endsWith(": y");
    }

    @Test
    void a_failure_is_sent_again_with_one_other_option_and_the_rest_stays(Server server) throws Exception {
        Http http = server.operator();
        String request = "history-" + UUID.randomUUID();
        String id = http.with("X-Request-ID", request)
                .applyAsync(
                        "diagnostics.fail",
                        "{\"args\":[\"x\"],\"priority\":7,\"shadow\":\"nightly\",\"time_limit\":30,"
                                + "\"headers\":{\"tenant\":\"a\"}}");
        awaitOne(server, "request_id:" + request);

        String again = http.post(API + "executions/" + id + "/retry", "{\"priority\":2}")
                .json()
                .path("task_id")
                .asText();

        JsonNode detail = await(
                server, "executions/" + again, one -> one.path("state").asText().equals("FAILURE"));
        assertThat(detail.path("error").asText()).endsWith(": x");
        assertThat(detail.at("/message/properties/priority").asInt()).isEqualTo(2);
        assertThat(detail.at("/message/properties/shadow").asText()).isEqualTo("nightly");
        assertThat(detail.at("/message/properties/time_limit").asLong()).isEqualTo(30_000);
        assertThat(detail.at("/message/properties/headers/tenant").asText()).isEqualTo("a");
    }

    @Test
    void each_attempt_of_a_retried_task_is_there(Server server) throws Exception {
        String id = server.operator().applyAsync("diagnostics.retry_until", "{\"args\":[2]}");

        JsonNode detail = await(
                server, "executions/" + id, one -> one.path("state").asText().equals("SUCCESS"));

        assertThat(detail.path("attempts").findValuesAsText("state")).containsExactly("RETRY", "RETRY", "SUCCESS");
    }

    @Test
    void a_waiting_task_says_why_it_waits(Server server) throws Exception {
        Http http = server.operator();
        http.post(API + "tasks/diagnostics.echo/pause", "{}");
        try {
            String paused = http.applyAsync("diagnostics.echo", "{\"args\":[1]}");

            assertThat(await(server, "executions/" + paused + "/why", why -> why.path("code")
                                    .asText()
                                    .startsWith("paused"))
                            .path("sentence")
                            .asText())
                    .contains("diagnostics.echo");
            JsonNode detail = http.get(API + "executions/" + paused).json();
            assertThat(detail.path("name").asText()).isEqualTo("diagnostics.echo");
        } finally {
            http.post(API + "tasks/diagnostics.echo/resume", "{}");
        }
    }

    @Test
    void a_task_that_waits_for_its_turn_says_when_it_is(Server server) throws Exception {
        String key = "turn-" + UUID.randomUUID();
        String last = "";
        for (int i = 0; i < 150; i++) {
            last = server.operator().applyAsync("diagnostics.limited", "{\"args\":[\"" + key + "\"]}");
        }

        JsonNode why = await(server, "executions/" + last + "/why", one -> one.path("code")
                .asText()
                .equals("rate-limit"));
        assertThat(why.path("sentence").asText())
                .startsWith("It waits for its turn since ")
                .contains("diagnostics.limited may begin 10/s", "Its turn is in ");
    }

    @Test
    void a_delayed_task_says_when_it_is_due(Server server) throws Exception {
        Http http = server.operator();
        Assumptions.assumeFalse(
                http.get(API + "queues/scheduled").status() == 501, "This broker does not list delayed tasks");
        String later = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"countdown\":200}");

        assertThat(await(server, "executions/" + later + "/why", why -> why.path("code")
                                .asText()
                                .equals("not-due"))
                        .path("sentence")
                        .asText())
                .contains("minutes");
        assertThat(http.get(API + "executions?q=" + encoded("state:delayed id:" + later))
                        .json()
                        .path("items"))
                .hasSize(1);
        http.post(API + "results/" + later + "/revoke", "{}");
    }

    @Test
    void the_overview_names_a_task_that_fails_within_seconds(Server server) throws Exception {
        Http http = server.operator();
        for (int i = 0; i < 3; i++) {
            http.applyAsync("diagnostics.fail", "{\"args\":[\"overview\"]}");
        }

        JsonNode overview = await(server, "overview", one -> one.path("failing")
                .findValuesAsText("name")
                .contains("diagnostics.fail"));

        assertThat(overview.path("verdict").path("level").asText()).isEqualTo("warning");
        assertThat(overview.path("nodes")).hasSize(1);
        assertThat(overview.path("queues").findValuesAsText("queue")).contains("default");
        JsonNode series =
                http.get(API + "series?of=throughput&task=diagnostics.fail").json();
        assertThat(series.path("points").findValuesAsText("value")).anyMatch(value -> !value.equals("null"));
        assertThat(http.get(API + "executions/facets?by=task&q=" + encoded("state:failed age<1h"))
                        .json()
                        .path("items")
                        .findValuesAsText("value"))
                .contains("diagnostics.fail");
    }

    @Test
    void mistakes_are_told_with_their_code(Server server) throws Exception {
        Http http = server.operator();

        Http.Answer query = http.get(API + "executions?q=" + encoded("state:failed colour:red"));
        assertThat(query.status()).isEqualTo(400);
        assertThat(query.json().path("code").asText()).isEqualTo("bad-query");
        assertThat(query.json().path("position").asInt()).isEqualTo(13);
        assertCode(http.get(API + "executions?limit=201"), 400, "bad-query");
        assertCode(http.get(API + "executions?after=x"), 400, "bad-cursor");
        assertCode(http.get(API + "executions/none-of-this-id"), 404, "execution-not-found");
        assertCode(http.post(API + "executions/none-of-this-id/retry", "{}"), 404, "execution-not-found");
        assertCode(http.get(API + "executions/facets?by=colour"), 400, "bad-query");
        assertCode(http.get(API + "failures/none"), 404, "group-not-found");
        assertCode(http.patch(API + "failures/none", "{\"colour\":1}"), 400, "bad-group");
        assertCode(http.get(API + "series?of=colour"), 400, "bad-query");
        assertCode(http.get(API + "series?of=failed&from=1000-01-01T00:00:00Z"), 400, "bad-query");
        assertCode(http.get(API + "audit?limit=x"), 400, "bad-query");
        assertCode(http.get(API + "executions/none-of-this-id/why"), 404, "execution-not-found");
    }

    @Test
    void pages_follow_each_other_without_a_gap(Server server) throws Exception {
        Http http = server.operator();
        String request = "history-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            // Every failure is kept. Of successes only a part is, while another test keeps this server busy.
            http.with("X-Request-ID", request).applyAsync("diagnostics.fail", "{\"args\":[\"on purpose\"]}");
        }
        String path = "executions?limit=2&q=" + encoded("request_id:" + request);
        JsonNode first = await(server, path, page -> page.at("/total/value").asInt() == 5);
        JsonNode second =
                http.get(API + path + "&after=" + first.path("next").asText()).json();
        JsonNode third =
                http.get(API + path + "&after=" + second.path("next").asText()).json();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(2);
        assertThat(third.path("items")).hasSize(1);
        assertThat(third.path("next").isNull() || third.path("next").isMissingNode())
                .isTrue();
    }

    private static void assertCode(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().has("position")).as(answer.body()).isEqualTo(code.equals("bad-query"));
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private static JsonNode awaitOne(Server server, String query) throws InterruptedException {
        return await(
                        server,
                        "executions?q=" + encoded(query),
                        list -> list.path("items").size() == 1)
                .path("items")
                .get(0);
    }

    private static JsonNode await(Server server, String path, Predicate<JsonNode> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Http.Answer last;
        do {
            last = server.operator().get(API + path);
            if (last.status() == 200 && wanted.test(last.json())) {
                return last.json();
            }
            LockSupport.parkNanos(BETWEEN_TRIES);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(path + " still answers " + last.status() + " " + last.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
