package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/**
 * Random requests to each operation of the REST API never get a status of 500 or above, and each refusal is a problem
 * with a code. {@code -Dfuzz.requests=1000000} makes it a long run, {@code -Dfuzz.seed=} repeats one.
 */
@OnSharedServer
final class RestFuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_129L);

    private static final List<String> SEGMENTS = List.of(
            "none",
            "diagnostics.add",
            "%00",
            "%ff",
            "%2F",
            "%2e%2e",
            ".",
            "a;b=1",
            "%3B",
            "%7B%7D",
            "%25",
            "%",
            "%zz",
            "+",
            "%20",
            "%F0%9F%98%80",
            "%C0%AF",
            "%ED%A0%80",
            "x".repeat(255),
            "x".repeat(256),
            "x".repeat(3_000),
            "*",
            "%0A",
            "''");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "\"x\"",
            "0",
            "-1",
            "1.5",
            "1e-30000000",
            "1e400",
            "1e-2147483647",
            "1E999999999",
            "9223372036854775808",
            "12345678901234567890.12",
            "-0.0",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"\":null}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\"" + "x".repeat(256) + "\"",
            "\"" + "y".repeat(70_000) + "\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"2030-01-01T00:00:00Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"10/s\"",
            "{\"name\":null,\"value\":1}",
            "{\"name\":\"a\",\"value\":[]}",
            "{\"task\":\"diagnostics.add\",\"args\":[1,2]}",
            "[{\"task\":null}]",
            "{\"max_retries\":1e300}",
            "{\"interval_max\":\"x\"}",
            "[1,2]",
            "NaN",
            "01",
            "'x'",
            "");

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
            Request request = request();
            Answer answer = request.send(server);
            boolean told = answer.status() < 400 || answer.body().contains("\"code\":\"");
            // A server itself refuses a path that is not a valid path.
            if (answer.status() >= 500 || (!told && answer.status() != 400)) {
                faults.add(request + " -> " + answer.status() + " " + answer.body());
            }
        }

        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }

    private Request request() {
        String type = one(TYPES);
        String accept = one(ACCEPTS);
        return switch (random.nextInt(17)) {
            case 0 -> new Request("GET", "/abakus/api/results/" + one(SEGMENTS) + query("wait"), "", type, accept);
            case 1 -> new Request("DELETE", "/abakus/api/results/" + one(SEGMENTS), "", type, accept);
            case 2 ->
                new Request(
                        "POST",
                        "/abakus/api/results/" + one(SEGMENTS) + "/revoke",
                        body(List.of("terminate", "unknown")),
                        type,
                        accept);
            case 3 -> new Request("GET", "/abakus/api/queues/reserved" + query("most"), "", type, accept);
            case 4 -> new Request("GET", "/abakus/api/workers/" + one(SEGMENTS) + "/active", "", type, accept);
            case 5 -> new Request("POST", "/abakus/api/control/" + one(ORDERS), body(ORDER), type, accept);
            case 6 -> new Request("POST", "/registrations/api/events", body(SAMPLE), type, accept);
            case 7 ->
                new Request(
                        "POST",
                        "/registrations/api/events/" + one(SEGMENTS) + "/registrations",
                        body(SAMPLE),
                        type,
                        accept);
            case 8 ->
                new Request(
                        "POST",
                        "/abakus/api/queues/" + one(SEGMENTS) + "/" + one(List.of("pause", "resume", "add-consumer")),
                        body(ORDER),
                        type,
                        accept);
            case 9 ->
                new Request(
                        "POST",
                        "/abakus/api/workers/" + one(SEGMENTS) + "/" + one(List.of("quiet", "wake", "disable-events")),
                        body(ORDER),
                        type,
                        accept);
            case 10 ->
                new Request(
                        "POST",
                        "/abakus/api/tasks/fuzz.unknown/" + one(List.of("rate-limit", "time-limit")),
                        body(ORDER),
                        type,
                        accept);
            case 11 -> new Request("POST", "/abakus/api/bulk", body(BULK), type, accept);
            case 12 ->
                new Request(
                        "POST",
                        "/abakus/api/bulk/" + one(SEGMENTS) + one(List.of("/start", "/stop", "")),
                        body(BULK),
                        type,
                        accept);
            case 13 ->
                new Request(
                        one(List.of("PUT", "DELETE", "GET")),
                        "/abakus/api/views/" + one(SEGMENTS),
                        body(List.of("page", "q", "shared", "unknown")),
                        type,
                        accept);
            case 14 ->
                new Request(
                        "GET",
                        "/abakus/api/" + one(List.of("live" + query("topics"), "executions/export" + query("format"))),
                        "",
                        type,
                        accept);
            default -> new Request("POST", "/abakus/api/tasks/diagnostics.add/apply-async", call(), type, accept);
        };
    }

    private String call() {
        String body = body(CALL);
        return random.nextBoolean() && body.startsWith("{\"") ? "{\"args\":[1,2]," + body.substring(1) : body;
    }

    private String query(String name) {
        return random.nextInt(4) == 0
                ? ""
                : "?" + name + "="
                        + one(List.of("0", "0.001", "1e-9", "1e-2147483647", "1e400", "abc", "-1", "%00", "", "0x1"));
    }

    private String body(List<String> members) {
        if (random.nextInt(8) == 0) {
            return one(VALUES);
        }
        StringBuilder body = new StringBuilder("{");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            body.append('"')
                    .append(one(members))
                    .append("\":")
                    .append(one(VALUES))
                    .append(i == 1 ? "}" : ",");
        }
        return body.toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Answer(int status, String body) {}

    private record Request(String method, String path, String body, String type, String accept) {
        /** As bytes: a client library would refuse most of it. */
        Answer send(Server server) throws IOException {
            String user = path.startsWith("/abakus") ? "operator:" + Server.OPERATOR_PASSWORD : "webkom:webkom";
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + accept
                    + "\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length
                    + "\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n";
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.http().port())) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(Integer.parseInt(answer.substring(9, 12)), answer);
            }
        }

        @Override
        public String toString() {
            String shown = body.length() > 300 ? body.substring(0, 300) + "…" : body;
            return method + " " + path + " " + type + " " + accept + " " + shown;
        }
    }
}
