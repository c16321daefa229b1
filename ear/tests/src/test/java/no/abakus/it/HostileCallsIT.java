package no.abakus.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call with values that nobody should send is refused before a task is sent, or does no harm. */
@OnSharedServer
final class HostileCallsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String API = "/abakus/api/";
    private static final String ADD = API + "tasks/diagnostics.add/apply-async";
    private static final String ECHO = API + "tasks/diagnostics.echo/apply-async";

    @ParameterizedTest
    @ValueSource(strings = {"1e-1000000", "1e-30000000", "1e-2147483647", "1e2147483647"})
    @Timeout(value = 20, unit = SECONDS)
    void a_short_number_takes_no_long_time_to_read(String wait, Server server) throws Exception {
        assertThat(server.operator().get(API + "results/none?wait=" + wait).status())
                .isBetween(400, 404);
    }

    @Test
    @Timeout(value = 30, unit = SECONDS)
    void a_text_that_looks_like_many_tokens_takes_no_long_time_to_redact(Server server) throws Exception {
        String tokens = "eyJ-".repeat(16_000);

        assertThat(server.operator()
                        .post(ECHO, "{\"args\":[\"" + tokens + "\"]}")
                        .status())
                .isEqualTo(202);
        exchange(
                server,
                "127.0.0.1",
                "GET " + API + "health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
                        + tokens.substring(0, 7_000) + ",x\r\n\r\n");
        assertThat(server.http().get(API + "health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ignore_result\":false",
                "\"ignore_result\":true",
                "\"link\":{\"task\":\"diagnostics.echo\",\"immutable\":true,\"args\":[1]}"
            })
    void an_id_that_no_column_holds_is_refused_at_every_door(String option, Server server) throws Exception {
        for (String id : List.of("L".repeat(256), "\ud83d\ude00".repeat(130))) {
            assertRefused(server.operator().post(ADD, call("1,1", "\"task_id\":\"" + id + "\"," + option)));
        }
        assertThat(server.operator()
                        .post(API + "results/" + "L".repeat(256) + "/revoke", "{}")
                        .status())
                .isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "shadow, 70000",
        "shadow, 300000",
        "group, 70000",
        "group, 300000",
        "routing_key, 70000",
        "correlation_id, 70000",
        "correlation_id, 300000"
    })
    void a_text_that_no_broker_carries_is_refused(String option, int length, Server server) throws Exception {
        assertRefused(server.operator()
                .post(ADD, call("1,1", "\"queue\":\"default\",\"" + option + "\":\"" + "s".repeat(length) + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_limit", "soft_time_limit"})
    void a_span_beyond_what_can_be_counted_is_refused(String option, Server server) throws Exception {
        assertThat(server.operator()
                        .post(ADD, call("1,1", "\"" + option + "\":9999999999"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "json, 1e400",
        "json, 12345678901234567890.12",
        "json, 9007199254740993.0",
        "cbor, 12345678901234567890.12",
        "msgpack, 18446744073709551615",
        "msgpack, 1180591620717411303424",
        "json, '\"\\ud800\"'",
        "msgpack, '\"x\\udc00y\"'",
        "yaml, '\"x\\udc00y\"'"
    })
    void a_value_comes_back_with_all_its_digits_or_is_refused(String serializer, String value, Server server)
            throws Exception {
        Http.Answer answer = server.operator()
                .post(ECHO, call(value, "\"serializer\":\"" + serializer + "\",\"ignore_result\":false"));
        if (answer.status() == 400) {
            return;
        }
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        String result = API + "results/" + answer.json().path("task_id").asText() + "?wait=20";

        assertThat(server.operator().get(result).body()).contains("\"result\":" + value + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"3\""})
    void what_is_no_whole_number_is_no_capacity(String capacity, Server server) throws Exception {
        assertThat(server.http()
                        .as("webkom", "webkom")
                        .post(
                                "/registrations/api/events",
                                "{\"title\":\"x\",\"pools\":[{\"name\":\"u\",\"capacity\":" + capacity
                                        + ",\"groups\":[\"users\"]}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_link_that_expires_is_sent_and_does_not_fail_its_parent(Server server) throws Exception {
        String id = server.operator()
                .applyAsync(
                        "diagnostics.add",
                        call(
                                "1,2",
                                "\"ignore_result\":false,"
                                        + "\"link\":{\"task\":\"diagnostics.echo\",\"options\":{\"expires\":60}}"));

        assertThat(server.operator()
                        .get(API + "results/" + id + "?wait=20")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("SUCCESS");
    }

    /** Ids in the form of a card number or of a token. */
    @ParameterizedTest
    @ValueSource(strings = {"4209788742205283029", "4111-1111-1111-1111", "eyJhbGciOiJI.eyJzdWIiOiIx.abc"})
    void an_id_that_looks_like_a_secret_is_in_the_lines_of_its_request_and_its_task(String id, Server server)
            throws Exception {
        server.operator().with("X-Request-ID", id).applyAsync("diagnostics.add", "{\"args\":[1,1]}");

        for (String event : List.of("request_finished", "task_succeeded")) {
            server.lines()
                    .await(
                            event + " of " + id,
                            PATIENCE,
                            line -> line.event().equals(event)
                                    && line.get("request_id").equals(id));
        }
    }

    @Test
    void secrets_within_a_text_are_in_no_line(Server server) throws Exception {
        String text = "login failed password=SEKRET1 jdbc:postgresql://h/db?password=SEKRET2"
                + " https://x/?access_token=SEKRET3 postgres://u:SEKRET4@localhost/db"
                + " {\\\"password\\\":\\\"SEKRET5\\\"}";

        String id = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"" + text + "\"]}");

        server.lines()
                .await(
                        "the failure",
                        PATIENCE,
                        line -> line.event().equals("task_failed")
                                && line.get("task_id").equals(id));
        assertThat(server.lines().grep("SEKRET")).isEmpty();
    }

    @Test
    @Tag("long")
    void guesses_are_postponed_and_hold_nobody_else_up(Server server) throws Exception {
        // The guesses come from a separate address, because failures slow down all logins from the same address.
        String guess = "GET " + API + "tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic "
                + basic("operator:guess") + "\r\n\r\n";
        for (int i = 0; i < 6; i++) {
            assertThat(exchange(server, "127.0.0.8", guess)).startsWith("HTTP/1.1 401 ");
        }

        assertThat(exchange(server, "127.0.0.8", guess)).startsWith("HTTP/1.1 429 ");
        assertThat(server.operator().get(API + "tasks").status()).isEqualTo(200);
        server.lines()
                .await(
                        "a failed login",
                        PATIENCE,
                        line -> line.event().equals("login_failed")
                                && line.get("address").equals("127.0.0.8"));
    }

    @Test
    void a_client_that_leaves_amid_its_request_is_no_error_of_the_server(Server server) throws Exception {
        String id = "leaves-" + System.nanoTime();
        try (Socket socket = connected(server, "127.0.0.1")) {
            socket.getOutputStream()
                    .write(("POST " + ADD + " HTTP/1.1\r\nHost: x\r\nX-Request-ID: " + id
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
                                    + "Authorization: Basic " + basic("operator:" + Server.OPERATOR_PASSWORD)
                                    + "\r\n\r\n{\"args\":")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        String next = server.operator().applyAsync("diagnostics.sleep", "{\"args\":[1]}");
        server.lines()
                .await(
                        "a later task",
                        PATIENCE,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_id").equals(next));
        // On Payara, the end of such a request is not logged.
        if (Product.underTest() == Product.WILDFLY) {
            server.lines()
                    .await(
                            "the end of its request as a warning",
                            PATIENCE,
                            line -> line.event().equals("request_finished")
                                    && line.get("request_id").equals(id)
                                    && line.get("level").equals("warning"));
        }
        List<Line> lines = server.lines().where(line -> line.get("request_id").equals(id));
        assertThat(lines).noneMatch(line -> line.get("level").equals("error")).noneMatch(line -> line.get("code")
                .equals("200"));
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("task-option");
    }

    private static String call(String args, String options) {
        return "{\"args\":[" + args + "]," + options + "}";
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Socket connected(Server server, String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.http().port()));
        return socket;
    }

    private static String exchange(Server server, String from, String request) throws IOException {
        try (Socket socket = connected(server, from)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
