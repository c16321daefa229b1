package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An operator observes and controls a server over REST. */
@OnSharedServer
final class ControlIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HELD = 5;

    @Test
    void a_delayed_task_whose_result_is_ignored_never_starts_once_it_is_revoked(Server server) throws Exception {
        Http http = server.operator();
        String revoked = http.applyAsync("diagnostics.record", "{\"args\":[\"revoked-1\",0],\"countdown\":1}");
        JsonNode answer =
                http.post(API + "results/" + revoked + "/revoke", "{}").json();
        record(http, "later-1", ",\"countdown\":2");

        assertThat(answer.path("outcome").asText()).isIn("removed", "flagged");
        Ledger.of(server).awaitRows("later-1", 1);
        assertThat(Ledger.of(server).rows("revoked-1")).isEmpty();
        server.lines().await("told that it was revoked", PATIENCE, line -> isOf(line, "task_revoked", revoked));
    }

    @Test
    void a_running_task_is_interrupted(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.sleep", "{\"args\":[50],\"ignore_result\":false}");
        server.lines().await("begun", PATIENCE, line -> isOf(line, "task_started", id));

        JsonNode answer = http.post(API + "results/" + id + "/revoke", "{\"terminate\":true}")
                .json();

        assertThat(answer.path("outcome").asText()).isEqualTo("cancelling");
        assertThat(http.get(API + "results/" + id + "?wait=20")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("REVOKED");
        Line told = server.lines().await("told that it ended", PATIENCE, line -> isOf(line, "task_revoked", id));
        assertThat(told.get("terminated")).isEqualTo("true");
    }

    @Test
    void a_time_limit_that_is_ordered_holds_for_executions_from_then_on(Server server) throws Exception {
        Http http = server.operator();
        JsonNode refused = order(http, "time-limit", "{\"task\":\"diagnostics.slep\",\"hard\":1}");
        JsonNode answer = accepted(http.post(API + "tasks/diagnostics.sleep/time-limit", "{\"hard\":1}"));
        try {
            String id = http.applyAsync("diagnostics.sleep", "{\"args\":[50],\"ignore_result\":false}");
            JsonNode result = http.get(API + "results/" + id + "?wait=40").json();

            assertThat(refused.toString()).contains("\"done\":false");
            assertThat(answer.toString()).contains("\"done\":true");
            assertThat(result.path("state").asText()).isEqualTo("FAILURE");
            assertThat(result.path("exception").path("type").asText()).endsWith("TimeLimitExceeded");
        } finally {
            order(http, "time-limit", "{\"task\":\"diagnostics.sleep\"}");
        }
        assertThat(http.post(API + "control/time-limit", "{\"task\":\"diagnostics.sleep\",\"soft\":2,\"hard\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void all_tasks_of_a_request_are_revoked_by_its_id_and_no_others(Server server) throws Exception {
        Http http = server.operator();
        String request = "revoked-" + UUID.randomUUID();
        Http of = http.with("X-Request-ID", request);
        String first = record(of, "request-a", ",\"countdown\":1");
        String second = record(of, "request-b", ",\"countdown\":1");
        record(http, "request-c", ",\"countdown\":2");

        JsonNode answer = http.post(
                        API + "control/revoke", "{\"context\":{\"name\":\"request_id\",\"value\":\"" + request + "\"}}")
                .json();

        assertThat(answer.path("outcome").asText()).isEqualTo("flagged");
        Ledger.of(server).awaitRows("request-c", 1);
        for (String id : new String[] {first, second}) {
            Line told = server.lines().await("revoked", PATIENCE, line -> isOf(line, "task_revoked", id));
            assertThat(told.get("by")).isEqualTo("context request_id=" + request);
        }
        assertThat(Ledger.of(server).rows("request-a")).isEmpty();
        assertThat(Ledger.of(server).rows("request-b")).isEmpty();
    }

    @Test
    void nodes_answer_with_what_they_are_and_run(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.sleep", "{\"args\":[3]}");
        server.lines().await("begun", PATIENCE, line -> isOf(line, "task_started", id));

        JsonNode workers = http.get(API + "workers").json();
        String node = workers.fieldNames().next();
        JsonNode active = http.get(API + "workers/" + node + "/active").json();

        assertThat(workers).hasSize(1);
        assertThat(workers.path(node).path("ping_ms").asDouble()).isPositive();
        assertThat(workers.path(node).path("stats").path("takes_tasks").asBoolean())
                .isTrue();
        assertThat(workers.path(node).path("stats").path("active").asInt()).isPositive();
        assertThat(active.findValuesAsText("id")).contains(id);
        assertThat(http.get(API + "workers/" + node + "/registered").json().toString())
                .contains("\"diagnostics.sleep\"");
        assertThat(http.get(API + "workers/nobody/active").status()).isEqualTo(404);
    }

    @Test
    void the_queues_of_all_applications_at_the_broker_are_shown_or_those_of_one(Server server) throws Exception {
        Http http = server.operator();

        assertThat(http.get(API + "queues/applications").json().findValuesAsText("name"))
                .contains("abakus.default", "abakus.dead_letter");
    }

    @Test
    void each_list_takes_an_application_and_refuses_one_that_nobody_knows(Server server) throws Exception {
        Http http = server.operator();

        for (String list : List.of(
                "overview?",
                "series?of=throughput&",
                "series?of=depth&",
                "executions?",
                "executions?q=state:running&",
                "executions/facets?by=task&",
                "executions/export?",
                "failures?",
                "dead-letters?",
                "queues?",
                "queues/applications?",
                "queues/reserved?",
                "workers?",
                "workers/active?",
                "tasks?",
                "audit?")) {
            assertThat(http.get(API + list + "application=abakus").status())
                    .as(list)
                    .isEqualTo(200);
            Http.Answer refused = http.get(API + list + "application=nobody");
            assertThat(refused.status()).as(list + " " + refused.body()).isEqualTo(400);
            assertThat(refused.json().path("code").asText()).isEqualTo("bad-query");
            assertThat(refused.json().has("position")).isTrue();
        }
    }

    @Test
    void a_paused_queue_keeps_its_tasks_until_it_is_resumed(Server server) throws Exception {
        Http http = server.operator();
        order(http, "pause", "{\"queue\":\"default\"}");
        try {
            recordsThatStay(server, "paused-queue");
            assertThat(http.get(API + "queues").json().at("/queues/0/paused").asBoolean())
                    .isTrue();
            assertThat(http.get(API + "health").status()).isEqualTo(200);
        } finally {
            order(http, "resume", "{\"queue\":\"default\"}");
        }
        Ledger.of(server).awaitRows("paused-queue", HELD);
    }

    @Test
    void a_paused_task_waits_at_the_broker_while_others_run(Server server) throws Exception {
        Http http = server.operator();
        order(http, "pause", "{\"task\":\"diagnostics.log\"}");
        try {
            String id = http.with("X-Log-Level", "debug")
                    .applyAsync("diagnostics.log", "{\"args\":[\"paused_task_ran\",{}]}");
            server.lines().await("put back", PATIENCE, line -> isOf(line, "task_paused", id));
            record(http, "not-paused", "");
            Ledger.of(server).awaitRows("not-paused", 1);
            assertThat(server.lines().where(line -> line.event().equals("paused_task_ran")))
                    .isEmpty();
            assertThat(http.get(API + "queues").json().path("paused_tasks").toString())
                    .isEqualTo("[\"diagnostics.log\"]");
        } finally {
            order(http, "resume", "{\"task\":\"diagnostics.log\"}");
        }
        server.lines().await("begun after all", PATIENCE, line -> line.event().equals("paused_task_ran"));
    }

    @Test
    void what_waits_for_its_time_is_listed_and_can_be_taken_out(Server server) throws Exception {
        Assumptions.assumeTrue(Product.underTest() == Product.WILDFLY, "OpenMQ does not list what is delayed");
        Http http = server.operator();
        String id = record(http, "listed", ",\"countdown\":300,\"priority\":7");

        JsonNode found = find(http.get(API + "queues/scheduled?most=1000").json(), id);
        assertThat(found.path("name").asText()).isEqualTo("diagnostics.record");
        assertThat(found.path("priority").asInt()).isEqualTo(7);
        assertThat(found.path("eta").asText()).endsWith("Z");

        JsonNode answer =
                http.post(API + "control/revoke", "{\"ids\":[\"" + id + "\"]}").json();
        assertThat(answer.path("outcome").asText()).isEqualTo("removed");
        assertThat(find(http.get(API + "queues/scheduled?most=1000").json(), id).isMissingNode())
                .isTrue();
    }

    @Test
    void a_node_can_be_told_not_to_consume_a_queue(Server server) throws Exception {
        Assumptions.assumeTrue(Product.underTest() == Product.WILDFLY, "Payara cannot stop listeners");
        Http http = server.operator();
        String running = http.applyAsync("diagnostics.sleep", "{\"args\":[4],\"ignore_result\":false}");
        server.lines().await("begun", PATIENCE, line -> isOf(line, "task_started", running));
        int stoppedBefore = server.lines().where(ControlIT::isStop).size();
        assertDone(order(http, "cancel-consumer", "{\"queue\":\"default\"}"));
        try {
            server.lines().awaitMany("stopped once nothing runs", PATIENCE, stoppedBefore + 1, ControlIT::isStop);
            assertThat(http.get(API + "results/" + running).json().path("state").asText())
                    .as("it went on")
                    .isEqualTo("SUCCESS");
            recordsThatStay(server, "not-consumed");
            String id = record(http, "not-consumed-either", "");
            assertThat(find(http.get(API + "queues/reserved").json(), id)
                            .path("name")
                            .asText())
                    .isEqualTo("diagnostics.record");
        } finally {
            assertDone(order(http, "add-consumer", "{\"queue\":\"default\"}"));
        }
        Ledger.of(server).awaitRows("not-consumed", HELD);
    }

    private static boolean isStop(Line line) {
        return line.event().equals("consumer_switched") && line.get("consumes").equals("false");
    }

    @Test
    void orders_that_are_not_understood_are_refused_and_viewers_give_none(Server server) throws Exception {
        Http operator = server.operator();
        Http viewer = server.http().as("viewer", Server.VIEWER_PASSWORD);

        assertThat(server.http().get(API + "workers").status()).isEqualTo(401);
        assertThat(viewer.get(API + "workers").status()).isEqualTo(200);
        assertThat(viewer.post(API + "control/quiet", "{}").status()).isEqualTo(403);
        assertThat(viewer.post(API + "queues/default/pause", "{}").status()).isEqualTo(403);
        assertThat(operator.post(API + "control/dance", "{}").status()).isEqualTo(404);
        assertThat(operator.post(API + "control/revoke", "{}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("bad-order");
        for (Http.Answer answer : List.of(
                operator.post(API + "control/pause", "{\"queue\":\"nowhere\"}"),
                operator.post(API + "queues/nowhere/pause", "{}"))) {
            assertThat(answer.json().path("code").asText()).isEqualTo("task-option");
        }
        JsonNode refused = order(operator, "rate-limit", "{\"task\":\"diagnostics.add\",\"rate\":\"often\"}");
        assertThat(refused.path("answers").findValue("done").asBoolean()).isFalse();
    }

    private static String record(Http http, String key, String options) throws InterruptedException {
        return http.applyAsync("diagnostics.record", "{\"args\":[\"" + key + "\",0]" + options + "}");
    }

    private static JsonNode order(Http http, String order, String body) throws InterruptedException {
        return accepted(http.post(API + "control/" + order, body));
    }

    private static JsonNode accepted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private static void assertDone(JsonNode answer) {
        assertThat(answer.path("answers").findValue("done").asBoolean())
                .as(answer.toString())
                .isTrue();
    }

    private static JsonNode find(JsonNode tasks, String id) {
        for (JsonNode task : tasks) {
            if (task.path("id").asText().equals(id)) {
                return task;
            }
        }
        return tasks.path("none");
    }

    private static boolean isOf(Line line, String event, String id) {
        return line.event().equals(event) && line.get("task_id").equals(id);
    }

    /**
     * Sends several tasks and returns when all of them wait at the broker. Idle listeners would have taken the first
     * long before the last was sent.
     */
    private static void recordsThatStay(Server server, String key) throws InterruptedException {
        for (int i = 0; i < HELD; i++) {
            record(server.operator(), key, "");
        }
        Queues.as(server.operator()).awaitAtLeast("waiting", HELD);
        assertThat(Ledger.of(server).rows(key)).isEmpty();
    }
}
