package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Sends an operator's requests to the REST API with missing, odd or huge members and parameters, or with values of the
 * wrong type.
 */
public final class OddRequests implements Attack {

    private static final int MOST_KEPT = 50;
    private static final List<String> POSTS = List.of(
            "/abakus/api/tasks/diagnostics.add/apply-async",
            "/abakus/api/tasks/diagnostics.echo/apply-async",
            "/abakus/api/tasks/no.such.task/apply-async",
            "/abakus/api/results/odd-%s/revoke",
            "/abakus/api/control/rate-limit",
            "/abakus/api/control/time-limit",
            "/abakus/api/control/quiet",
            "/abakus/api/control/no-such-order");
    private static final List<String> GETS = List.of(
            "/abakus/api/tasks",
            "/abakus/api/results/odd?wait=%s",
            "/abakus/api/results/%s",
            "/abakus/api/queues?most=%s",
            "/abakus/api/queues/reserved?most=%s",
            "/abakus/api/queues/scheduled?most=%s",
            "/abakus/api/workers/%s/active",
            "/abakus/api/%s");
    private static final List<String> MEMBERS = List.of(
            "args",
            "kwargs",
            "countdown",
            "eta",
            "expires",
            "shadow",
            "retry",
            "retry_policy",
            "time_limit",
            "soft_time_limit",
            "queue",
            "exchange",
            "routing_key",
            "priority",
            "serializer",
            "compression",
            "link",
            "link_error",
            "add_to_parent",
            "ignore_result",
            "headers",
            "task_id",
            "group",
            "reply_to",
            "correlation_id",
            "delivery_mode",
            "timeout",
            "terminate",
            "task",
            "rate",
            "soft",
            "hard",
            "nodes");

    private final RawHttp http;
    private final String login;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    public OddRequests(URI server, String user, String password) {
        this.http = new RawHttp(server);
        this.login = RawHttp.authorization(user, password);
    }

    @Override
    public String name() {
        return "odd requests";
    }

    @Override
    public long pauseMillis() {
        return 20;
    }

    @Override
    public void strike(Random random) throws IOException {
        boolean isPost = random.nextInt(3) > 0;
        String path = isPost ? of(POSTS, random) : of(GETS, random);
        // An order that reached a node could stop it from taking tasks. So orders name a node that does not exist.
        String body = isPost ? body(random, path.contains("/control/")) : "";
        String head = (isPost ? "POST " : "GET ") + path.formatted(text(random)) + " HTTP/1.1\r\n" + login
                + (isPost ? "Content-Type: application/json\r\n" : "");
        String answer = http.exchange(head, body.getBytes(StandardCharsets.UTF_8));
        // If the other attacks use up the memory for bodies, the server says when to try again. This is no failure.
        boolean isBusy = RawHttp.status(answer) == 503 && answer.contains("\r\nRetry-After:");
        if (RawHttp.status(answer) >= 500 && !isBusy && failures.size() < MOST_KEPT) {
            failures.add(cut(head.replace(login, "")) + " " + cut(body) + " -> " + cut(answer));
        }
    }

    /** Returns the first requests that got a 5xx, except a 503 that says when to try again. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private static String body(Random random, boolean isOrder) {
        if (random.nextInt(10) == 0) {
            return value(random, 3);
        }
        StringBuilder body = new StringBuilder("{\"nodes\":").append(isOrder ? "[\"no-such-node\"]" : "null");
        for (int i = random.nextInt(4); i >= 0; i--) {
            body.append(",\"").append(of(MEMBERS, random)).append("\":").append(value(random, 3));
        }
        return body.append('}').toString().replace(isOrder ? "" : "\"nodes\":null,", "");
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 16 : 12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> String.valueOf(random.nextInt(20) - 3);
            case 3 -> "1e" + (random.nextInt(2_000_000) - 1_000_000);
            case 4 -> "9".repeat(1 + random.nextInt(400));
            case 5 -> "0." + "1".repeat(random.nextInt(100) + 1);
            case 6 -> "\"" + "x".repeat(random.nextInt(100_000)) + "\"";
            case 7 -> "\"\\ud800\"";
            case 8 -> "\"\\u0000\"";
            case 9 -> "\"" + "eyJ-".repeat(random.nextInt(16_000)) + "\"";
            case 10 -> "[".repeat(random.nextInt(3_000)) + "1";
            case 11 -> "\"+999999999-12-31T23:59:59Z\"";
            case 12 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            case 13 ->
                "{\"task\":\"diagnostics.add\",\"options\":{\"" + of(MEMBERS, random) + "\":" + value(random, depth - 1)
                        + "}}";
            case 14 -> "{\"name\":" + value(random, depth - 1) + ",\"value\":" + value(random, depth - 1) + "}";
            default -> "[" + "{},".repeat(random.nextInt(100_000)) + "1]";
        };
    }

    private static String text(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> "1e-" + random.nextInt(Integer.MAX_VALUE);
            case 1 -> "0.001";
            case 2 -> "-1";
            case 3 -> "abc";
            case 4 -> "%00";
            case 5 -> "i".repeat(1 + random.nextInt(3_000));
            case 6 -> "..%2F..";
            case 7 -> "%ED%A0%80";
            default -> "%F0%9F%92%A9".repeat(1 + random.nextInt(100));
        };
    }

    private static String of(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(300, text.length())).replaceAll("\\s+", " ");
    }
}
