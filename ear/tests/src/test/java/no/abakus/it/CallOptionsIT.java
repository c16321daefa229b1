package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of a call at their limits, from a client over a real broker to a worker. */
@Tag("long")
@OnSharedServer
final class CallOptionsIT {

    private static final String RESULTS = "/abakus/api/results/";
    private static final String APPLY = "/abakus/api/tasks/%s/apply-async";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 250", "-1, 0"})
    void a_countdown_is_never_early(String countdown, long leastMillis, Server server) throws Exception {
        // The test does not use date_queued, because that time is read when the record is created, a little after the
        // due time was computed.
        Instant called = Instant.now();

        JsonNode result = ended(server, "\"countdown\":" + countdown);

        Instant started = Instant.parse(result.path("date_started").asText());
        assertThat(result.path("state").asText()).isEqualTo("SUCCESS");
        assertThat(Duration.between(called, started)).isBetween(Duration.ofMillis(leastMillis), PATIENCE);
    }

    @Test
    void a_countdown_of_thirty_days_waits_and_can_be_taken_back(Server server) throws Exception {
        Http http = server.operator();
        String id =
                http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"countdown\":2592000,\"ignore_result\":false}");

        assertThat(http.get(RESULTS + id).json().path("state").asText()).isEqualTo("PENDING");
        http.post(RESULTS + id + "/revoke", "{}");
        assertThat(http.get(RESULTS + id).json().path("state").asText()).isEqualTo("REVOKED");
    }

    /** The call is refused no matter when the task would be sent: now, when it is due, or after another task. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"application\":\"nosuch\"",
                "\"application\":\"nosuch\",\"countdown\":301",
                "\"application\":\"nosuch\",\"countdown\":86400",
                "\"link\":{\"task\":\"diagnostics.echo\",\"options\":{\"application\":\"nosuch\"}}",
                "\"application\":\"abakus\",\"queue\":\"dead_letter\"",
                "\"application\":\"abakus\",\"queue\":\"expired\",\"countdown\":301",
                "\"link\":{\"task\":\"diagnostics.echo\",\"options\":{\"application\":\"abakus\",\"queue\":\"dead_letter\"}}"
            })
    void a_queue_that_takes_no_tasks_is_refused_at_the_call(String options, Server server) throws Exception {
        Assumptions.assumeTrue(
                Product.underTest() == Product.WILDFLY || !options.contains("nosuch"), "OpenMQ creates any queue");

        Http.Answer answer =
                server.operator().post(String.format(APPLY, "diagnostics.add"), "{\"args\":[1,2]," + options + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("task-option");
    }

    @Test
    void an_eta_is_an_instant_with_its_offset_and_a_past_one_means_now(Server server) throws Exception {
        Instant due = Instant.now().plusMillis(700);

        JsonNode offset = ended(server, "\"eta\":\"" + due.atOffset(ZoneOffset.ofHours(5)) + "\"");
        JsonNode past = ended(server, "\"eta\":\"1969-07-20T20:17:40Z\"");

        assertThat(Instant.parse(offset.path("date_started").asText())).isAfterOrEqualTo(due);
        assertThat(past.path("state").asText()).isEqualTo("SUCCESS");
        refused(server, "\"eta\":\"2027-03-28T02:30:00\"", 400, "task-option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "\"2001-01-01T00:00:00Z\""})
    void what_has_expired_when_it_is_sent_is_expired_at_once(String expires, Server server) throws Exception {
        JsonNode result = ended(server, "\"expires\":" + expires);

        assertThat(result.path("state").asText()).isEqualTo("EXPIRED");
        assertThat(result.path("date_started").isNull())
                .as("it was never begun")
                .isTrue();
    }

    @Test
    void what_would_expire_before_it_is_due_is_refused(Server server) throws Exception {
        refused(server, "\"countdown\":10,\"expires\":5", 400, "task-option");
        refused(server, "\"countdown\":10,\"eta\":\"2100-01-01T00:00:00Z\"", 400, "task-option");
    }

    @Test
    void what_expires_while_it_waits_for_its_turn_never_runs(Server server) throws Exception {
        Http http = server.operator();
        // All are due at the same moment, and half of them get their turn in the two seconds until they expire.
        Instant due = Instant.now().plusSeconds(8);
        String when = "\"eta\":\"" + due + "\",\"expires\":\"" + due.plusSeconds(2) + "\"";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(http.applyAsync(
                    "diagnostics.limited", "{\"args\":[\"expiry\"]," + when + ",\"ignore_result\":false}"));
        }

        List<String> states = new ArrayList<>();
        for (String id : ids) {
            states.add(http.get(RESULTS + id + "?wait=20").json().path("state").asText());
        }
        assertThat(states).containsOnly("SUCCESS", "EXPIRED").contains("SUCCESS", "EXPIRED");
    }

    @Test
    void what_expires_between_two_attempts_is_not_run_again(Server server) throws Exception {
        Http http = server.operator();
        String id =
                http.applyAsync("diagnostics.retry_until", "{\"args\":[1000],\"expires\":0.8,\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("state").asText()).isEqualTo("EXPIRED");
        assertThat(result.path("retries").asInt()).isBetween(1, 8);
    }

    @Test
    void the_outermost_priorities_arrive_and_others_are_refused(Server server) throws Exception {
        for (int priority : new int[] {0, 9}) {
            assertThat(request(server, "\"priority\":" + priority)
                            .path("priority")
                            .asInt())
                    .isEqualTo(priority);
        }
        refused(server, "\"priority\":-1", 400, "task-option");
        refused(server, "\"priority\":10", 400, "task-option");
    }

    @Test
    void null_is_an_argument_and_unknown_or_double_ones_are_refused(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.echo", "{\"kwargs\":{\"value\":null},\"ignore_result\":false}");

        JsonNode result = http.get(RESULTS + id + "?wait=20").json();

        assertThat(result.path("state").asText()).isEqualTo("SUCCESS");
        assertThat(result.path("result").isNull()).isTrue();
        refused(http, "diagnostics.echo", "{\"kwargs\":{\"valeu\":1}}", 400, "task-argument");
        refused(http, "diagnostics.echo", "{\"args\":[1],\"kwargs\":{\"value\":1}}", 400, "task-argument");
    }

    @Test
    void headers_arrive_and_reserved_names_are_refused(Server server) throws Exception {
        JsonNode request = request(server, "\"headers\":{\"tenant\":7,\"x-trace\":\"on\",\"none\":null}");

        assertThat(request.path("headers").toString()).isEqualTo("{\"tenant\":7,\"x-trace\":\"on\",\"none\":null}");
        for (String name : new String[] {"abakus_id", "JMSType", "JMSXGroupID"}) {
            refused(server, "\"headers\":{\"" + name + "\":\"x\"}", 400, "task-option");
        }
    }

    @Test
    void an_unknown_queue_and_a_link_to_an_unknown_task_are_refused(Server server) throws Exception {
        refused(server, "\"queue\":\"nowhere\"", 400, "task-option");
        refused(server, "\"link\":{\"task\":\"diagnostics.nothing\"}", 404, "task-not-found");
        refused(server, "\"link_error\":[{\"task\":\"diagnostics.nothing\"}]", 404, "task-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "zstd"})
    void an_argument_of_five_megabytes_arrives(String compression, Server server) throws Exception {
        String large = "0123456789".repeat(500_000);
        String id = server.operator()
                .applyAsync(
                        "diagnostics.echo",
                        "{\"args\":[\"" + large + "\"]"
                                + (compression.equals("none") ? "" : ",\"compression\":\"" + compression + "\"") + "}");

        server.lines()
                .await(
                        "the end of the task",
                        PATIENCE,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_id").equals(id));
    }

    @ParameterizedTest
    @CsvSource({"json, gzip", "yaml, zlib", "msgpack, bzip2", "cbor, xz", "json, zstd"})
    void each_serializer_and_compressor_brings_values_there(String serializer, String compression, Server server)
            throws Exception {
        String value = "{\"a\":[1,2.5,null,true,\"ø\"],\"b\":{\"c\":\"d\"}}";
        Http http = server.operator();
        String id = http.applyAsync(
                "diagnostics.echo",
                "{\"args\":[" + value + "],\"serializer\":\"" + serializer + "\",\"compression\":\"" + compression
                        + "\",\"ignore_result\":false}");

        assertThat(http.get(RESULTS + id + "?wait=20").json().path("result").toString())
                .isEqualTo(value);
    }

    @Test
    void how_a_send_is_tried_again_can_be_said_and_a_connection_cannot(Server server) throws Exception {
        JsonNode result = ended(
                server,
                "\"retry\":true,\"timeout\":5,\"retry_policy\":{\"max_retries\":1,\"interval_start\":0.1,"
                        + "\"interval_step\":0.1,\"interval_max\":0.2,\"timeout\":3}");

        assertThat(result.path("state").asText()).isEqualTo("SUCCESS");
        refused(server, "\"retry_policy\":{\"max_retry\":1}", 400, "task-option");
        refused(server, "\"timeout\":0", 400, "task-option");
        refused(server, "\"connection\":\"tcp://broker\"", 400, "task-option");
    }

    @Test
    void limits_shadow_and_the_like_reach_the_request(Server server) throws Exception {
        JsonNode request = request(
                server,
                "\"shadow\":\"shown\",\"time_limit\":60,\"soft_time_limit\":30.5,\"correlation_id\":\"c-1\","
                        + "\"reply_to\":\"default\",\"group\":\"g-1\",\"expires\":600,\"delivery_mode\":1");

        assertThat(request.path("shadow").asText()).isEqualTo("shown");
        assertThat(request.path("time_limit").asDouble()).isEqualTo(60);
        assertThat(request.path("soft_time_limit").asDouble()).isEqualTo(30.5);
        assertThat(request.path("correlation_id").asText()).isEqualTo("c-1");
        assertThat(request.path("reply_to").asText()).isEqualTo("default");
        assertThat(request.path("group").asText()).isEqualTo("g-1");
        assertThat(request.path("expires").isNull()).isFalse();
        refused(server, "\"time_limit\":1,\"soft_time_limit\":2", 400, "task-option");
    }

    /** Returns the request as seen by a task that was sent with these options. */
    private static JsonNode request(Server server, String options) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.request", "{\"ignore_result\":false," + options + "}");
        return http.get(RESULTS + id + "?wait=20").json().path("result");
    }

    private static JsonNode ended(Server server, String options) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false," + options + "}");
        return http.get(RESULTS + id + "?wait=20").json();
    }

    private static void refused(Server server, String options, int status, String code) throws Exception {
        refused(server.operator(), "diagnostics.add", "{\"args\":[1,2]," + options + "}", status, code);
    }

    private static void refused(Http http, String task, String body, int status, String code) throws Exception {
        Http.Answer answer = http.post(APPLY.formatted(task), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
