package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, the request is served and each line stays one bounded JSON object. */
@OnSharedServer
final class OddRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int LINE_LIMIT = 64 * 1024;
    private static final String HEALTH = "/abakus/api/health";

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "x y", "\"quoted\"", "' OR 1=1 --", "${jndi:ldap://x}", "<script>", "a\tb"})
    void an_odd_request_id_is_replaced(String requestId, Server server) throws Exception {
        Http.Answer answer = server.http().with("X-Request-ID", requestId).get(HEALTH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Request-ID")).matches(UUID);
        assertThat(server.lines().where(line -> line.get("request_id").equals(requestId)))
                .isEmpty();
    }

    @Test
    void an_endless_request_id_is_replaced(Server server) throws Exception {
        Http.Answer answer = server.http().with("X-Request-ID", "x".repeat(129)).get(HEALTH);

        assertThat(answer.header("X-Request-ID")).matches(UUID);
    }

    @Test
    void a_good_one_is_kept_under_either_name(Server server) throws Exception {
        assertThat(server.http().with("Request-Id", "Ok_1.2-3").get(HEALTH).header("X-Request-ID"))
                .isEqualTo("Ok_1.2-3");
    }

    @Test
    void bytes_that_are_no_text_in_a_header_do_no_harm(Server server) throws Exception {
        int port = server.http().port();
        byte[] request = ("GET " + HEALTH
                        + " HTTP/1.1\r\nHost: x\r\nUser-Agent: raw-bytes\r\nX-Request-ID: \u00ff\u0001\u00fe\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        String answer = exchange(port, request);

        // The server itself may refuse such a header. If the server passes the header on, its value is replaced.
        assertThat(answer).matches("(?s)HTTP/1.1 (200|400).*");
        assertThat(server.lines().all()).allMatch(Line::isJson);
    }

    @Test
    void a_value_of_a_megabyte_is_cut_and_the_line_stays_bounded(Server server) throws Exception {
        String huge = "x".repeat(1_000_000);
        String taskId = server.operator()
                .applyAsync("diagnostics.log", "{\"args\":[\"huge_value\",{\"value\":\"" + huge + "\"}]}");

        Line line = server.lines()
                .await(
                        "the huge value",
                        PATIENCE,
                        l -> l.get("task_id").equals(taskId) && l.event().equals("huge_value"));

        assertThat(line.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LINE_LIMIT);
        assertThat(line.get("value")).startsWith("xxx").contains("chars");
    }

    @Test
    void half_a_character_is_refused_at_the_call(Server server) throws Exception {
        Http.Answer answer =
                server.operator().post("/abakus/api/tasks/diagnostics.echo/apply-async", "{\"args\":[\"\\ud800x\"]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("bad-json");
    }

    @Test
    void line_breaks_and_controls_stay_inside_their_line(Server server) throws Exception {
        String taskId = server.operator()
                .applyAsync("diagnostics.log", "{\"args\":[\"odd_text\",{\"breaks\":\"a\\r\\nb\\u2028c\\u0000\"}]}");

        Line line = server.lines()
                .await(
                        "the odd text",
                        PATIENCE,
                        l -> l.get("task_id").equals(taskId) && l.event().equals("odd_text"));

        assertThat(line.get("breaks")).isEqualTo("a\r\nb\u2028c\u0000");
    }

    @Test
    void a_secret_never_reaches_a_line(Server server) throws Exception {
        String taskId = server.operator()
                .applyAsync(
                        "diagnostics.log",
                        "{\"args\":[\"with_secret\",{\"password\":\"hunter2\",\"note\":\"mail per@example.org\"}]}");

        Line line = server.lines()
                .await(
                        "the secret",
                        PATIENCE,
                        l -> l.get("task_id").equals(taskId) && l.event().equals("with_secret"));

        assertThat(line.get("password")).isEqualTo("[redacted]");
        assertThat(server.lines().grep("hunter2")).isEmpty();
        assertThat(server.lines().grep("per@example.org")).isEmpty();
    }

    private static String exchange(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
