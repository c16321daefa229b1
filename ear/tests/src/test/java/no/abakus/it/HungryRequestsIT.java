package no.abakus.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that announce a body and do not send it delay only themselves. */
@OnSharedServer
final class HungryRequestsIT {

    /** Three times as many as a server has workers on two processors. */
    private static final int SOCKETS = 120;

    private static final String TASK = "/abakus/api/tasks/diagnostics.add/apply-async";
    private static final String OPERATOR = login("operator:" + Server.OPERATOR_PASSWORD);
    private static final String LENGTH = "Content-Length: 1000\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "wrong", "operator", "chunked", "expecting", "health", "unknown", "sample"})
    @Timeout(value = 60, unit = SECONDS)
    void health_and_tasks_are_served_meanwhile(String kind, Server server) throws Exception {
        List<Socket> hungry = new ArrayList<>();
        try {
            byte[] beginning = beginning(kind).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < SOCKETS; i++) {
                Socket socket = new Socket();
                hungry.add(socket);
                // The requests come from a separate address, so that their failed logins slow down no other client.
                socket.bind(new InetSocketAddress("127.0.0.9", 0));
                socket.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), server.http().port()));
                socket.getOutputStream().write(beginning);
            }

            assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
            assertThat(server.operator().get("/abakus/api/tasks").status()).isEqualTo(200);
            assertThat(server.operator().post(TASK, "{\"args\":[1,2]}").status())
                    .isEqualTo(202);
        } finally {
            for (Socket socket : hungry) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "chunked"})
    @Timeout(value = 60, unit = SECONDS)
    void a_body_that_does_not_come_is_ended_with_a_problem(String kind, Server server) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.http().port())) {
            socket.getOutputStream().write(beginning(kind).getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 1_000_000})
    void a_body_that_comes_in_two_pieces_arrives_whole(int length, Server server) throws Exception {
        String body = "{\"args\":[\"" + "x".repeat(length) + "\"],\"ignore_result\":false}";
        String path = "/abakus/api/tasks/diagnostics.echo/apply-async";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.http().port())) {
            write(socket, request(path, OPERATOR + "Content-Length: " + body.length() + "\r\nConnection: close\r\n"));
            write(socket, body.substring(0, body.length() / 2));
            // Sends the rest in a separate packet: when the server has answered this request, it has read the first
            // half.
            server.operator().get("/abakus/api/tasks");
            write(socket, body.substring(body.length() / 2));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 202 ");
            String id = answer.replaceAll("(?s).*\"task_id\":\"([^\"]+)\".*", "$1");
            assertThat(server.operator()
                            .get("/abakus/api/results/" + id + "?wait=60")
                            .json()
                            .path("result")
                            .asText())
                    .hasSize(length);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String beginning(String kind) {
        return switch (kind) {
            case "anonymous" -> request(TASK, LENGTH) + "{";
            case "wrong" -> request(TASK, login("nobody:nothing") + LENGTH) + "{";
            case "operator" -> request(TASK, OPERATOR + LENGTH) + "{";
            case "chunked" -> request(TASK, OPERATOR + "Transfer-Encoding: chunked\r\n") + "5\r\n{";
            case "expecting" -> request(TASK, OPERATOR + "Expect: 100-continue\r\n" + LENGTH);
            case "health" -> request("/abakus/api/health", LENGTH) + "{";
            case "unknown" -> request("/abakus/api/nothing", OPERATOR + LENGTH) + "{";
            case "sample" -> request("/registrations/api/events", login("webkom:webkom") + LENGTH) + "{";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String request(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n";
    }

    private static String login(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}
