package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests to each operation of the REST API never get a status of 500 or above, and each refusal is a problem
 * with a code. {@code -Dfuzz.requests=1000000} makes it a long run, {@code -Dfuzz.seed=} repeats one.
 */
@Tag("long")
@OnSharedServer
final class RestFuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final int THREADS = 8;
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_129L);

    private static final List<String> CALL = List.of(
            "args",
            "kwargs",
            "countdown",
            "eta",
            "expires",
            "shadow",
            "retry",
            "retry_policy",
            "timeout",
            "time_limit",
            "soft_time_limit",
            "queue",
            "application",
            "exchange",
            "routing_key",
            "priority",
            "serializer",
            "compression",
            "headers",
            "delivery_mode",
            "correlation_id",
            "reply_to",
            "group",
            "link",
            "link_error",
            "add_to_parent",
            "ignore_result",
            "task_id",
            "unknown",
            "connection",
            "");

    private static final List<String> ORDER = List.of(
            "nodes",
            "timeout",
            "task",
            "queue",
            "rate",
            "soft",
            "hard",
            "ids",
            "header",
            "context",
            "terminate",
            "also_sent_within",
            "grace",
            "unknown");

    private static final List<String> BULK = List.of("action", "q", "ids", "rate", "reason", "unknown");

    private static final List<String> SAMPLE = List.of(
            "title", "pools", "registration_opens", "user", "groups", "eta", "count", "name", "capacity", "unknown");

    /** Without shutdown, quiet, pause and similar, because the server is shared. */
    private static final List<String> ORDERS =
            List.of("revoke", "rate-limit", "time-limit", "resume", "wake", "nothing");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "*/*",
            "application/*",
            "abc",
            ";",
            "text/plain",
            "application/json;charset=foo",
            "application/json; q=\"",
            "multipart/form-data",
            "application/x-www-form-urlencoded");

    private static final List<String> ACCEPTS =
            List.of("*/*", "*/*", "application/json", "text/html", "abc", "*/*;q=x", ";", "application/json;q=2", ",");

    private final Random random = new Random(SEED);

    @Test
    void no_request_is_answered_as_if_the_server_were_at_fault(Server server) throws Exception {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
            RawRequest request = request();
            RawRequest.Answer answer = request.send(server);
            if (answer.isFault()) {
                faults.add(request + " -> " + answer);
            }
        }

        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }

    /** By the description itself, so that a new parameter or member is tried without a change of this test. */
    @Test
    void every_parameter_and_member_of_the_description_is_tried_with_every_odd_value(Server server) throws Exception {
        Http http = server.operator();
        String ended = http.applyAsync("diagnostics.fail", "{\"args\":[\"tried\"],\"ignore_result\":false}");
        http.get("/abakus/api/results/" + ended + "?wait=5");
        List<RawRequest> requests =
                DescribedRequests.of(http.get("/abakus/api/openapi.json").json(), ended);
        assertThat(requests).hasSizeGreaterThan(3_000);
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> sends = requests.stream()
                    .<Callable<Boolean>>map(request -> () -> {
                        RawRequest.Answer answer = request.send(server);
                        return !answer.isFault() || faults.add(request + " -> " + answer);
                    })
                    .toList();
            for (Future<Boolean> sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(faults).isEmpty();
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }

    private RawRequest request() {
        String type = one(TYPES);
        String accept = one(ACCEPTS);
        return switch (random.nextInt(17)) {
            case 0 ->
                new RawRequest(
                        "GET", "/abakus/api/results/" + one(OddValues.SEGMENTS) + query("wait"), "", type, accept);
            case 1 -> new RawRequest("DELETE", "/abakus/api/results/" + one(OddValues.SEGMENTS), "", type, accept);
            case 2 ->
                new RawRequest(
                        "POST",
                        "/abakus/api/results/" + one(OddValues.SEGMENTS) + "/revoke",
                        body(List.of("terminate", "unknown")),
                        type,
                        accept);
            case 3 -> new RawRequest("GET", "/abakus/api/queues/reserved" + query("most"), "", type, accept);
            case 4 ->
                new RawRequest("GET", "/abakus/api/workers/" + one(OddValues.SEGMENTS) + "/active", "", type, accept);
            case 5 -> new RawRequest("POST", "/abakus/api/control/" + one(ORDERS), body(ORDER), type, accept);
            case 6 -> new RawRequest("POST", "/registrations/api/events", body(SAMPLE), type, accept);
            case 7 ->
                new RawRequest(
                        "POST",
                        "/registrations/api/events/" + one(OddValues.SEGMENTS) + "/registrations",
                        body(SAMPLE),
                        type,
                        accept);
            case 8 ->
                new RawRequest(
                        "POST",
                        "/abakus/api/queues/" + one(OddValues.SEGMENTS) + "/"
                                + one(List.of("pause", "resume", "add-consumer")),
                        body(ORDER),
                        type,
                        accept);
            case 9 ->
                new RawRequest(
                        "POST",
                        "/abakus/api/workers/" + one(OddValues.SEGMENTS) + "/"
                                + one(List.of("quiet", "wake", "disable-events")),
                        body(ORDER),
                        type,
                        accept);
            case 10 ->
                new RawRequest(
                        "POST",
                        "/abakus/api/tasks/fuzz.unknown/" + one(List.of("rate-limit", "time-limit")),
                        body(ORDER),
                        type,
                        accept);
            case 11 -> new RawRequest("POST", "/abakus/api/bulk", body(BULK), type, accept);
            case 12 ->
                new RawRequest(
                        "POST",
                        "/abakus/api/bulk/" + one(OddValues.SEGMENTS) + one(List.of("/start", "/stop", "")),
                        body(BULK),
                        type,
                        accept);
            case 13 ->
                new RawRequest(
                        one(List.of("PUT", "DELETE", "GET")),
                        "/abakus/api/views/" + one(OddValues.SEGMENTS),
                        body(List.of("page", "q", "shared", "unknown")),
                        type,
                        accept);
            case 14 ->
                new RawRequest(
                        "GET",
                        "/abakus/api/" + one(List.of("live" + query("topics"), "executions/export" + query("format"))),
                        "",
                        type,
                        accept);
            default -> new RawRequest("POST", "/abakus/api/tasks/diagnostics.add/apply-async", call(), type, accept);
        };
    }

    private String call() {
        String body = body(CALL);
        return random.nextBoolean() && body.startsWith("{\"") ? "{\"args\":[1,2]," + body.substring(1) : body;
    }

    private String query(String name) {
        return random.nextInt(4) == 0 ? "" : "?" + name + "=" + one(OddValues.PARAMETERS);
    }

    private String body(List<String> members) {
        if (random.nextInt(8) == 0) {
            return one(OddValues.JSON);
        }
        StringBuilder body = new StringBuilder("{");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            body.append('"')
                    .append(one(members))
                    .append("\":")
                    .append(one(OddValues.JSON))
                    .append(i == 1 ? "}" : ",");
        }
        return body.toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
