package no.abakus.it;

import java.util.List;
import java.util.Random;

/** Requests to the REST API whose paths, parameters, members and values are drawn at random. */
final class RandomRequests {

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

    private final Random random;

    RandomRequests(Random random) {
        this.random = random;
    }

    RawRequest next() {
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
