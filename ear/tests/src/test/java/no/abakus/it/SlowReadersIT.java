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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While clients do not read the large responses that they asked for, health responds, and others are served later. */
@Tag("by-hand")
@OnSharedServer
final class SlowReadersIT {

    /** Almost twice as many as a server has workers on two processors. */
    private static final int SOCKETS = 60;

    /** Slightly fewer characters than a result may have. */
    private static final int LENGTH = 900_000;

    /** So many requests per connection that their responses do not fit into the system's buffers. */
    private static final int REQUESTS = 12;

    private static final int LITTLE = 4_096;

    @Test
    @Timeout(value = 240, unit = SECONDS)
    void health_is_served_meanwhile_and_others_afterwards(Server server) throws Exception {
        String id = server.operator()
                .applyAsync("diagnostics.echo", "{\"args\":[\"" + "x".repeat(LENGTH) + "\"],\"ignore_result\":false}");
        String result = "/abakus/api/results/" + id;
        assertThat(server.operator()
                        .get(result + "?wait=60")
                        .json()
                        .path("result")
                        .asText())
                .hasSize(LENGTH);
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                readers.add(asking(server, result));
            }

            for (int i = 0; i < 3; i++) {
                assertThat(server.health().get("/abakus/api/health").status()).isEqualTo(200);
            }
            assertThat(server.operator().get("/abakus/api/tasks").status()).isEqualTo(200);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** Asks for the result several times in one go, with a buffer that has room for almost none of it. */
    private static Socket asking(Server server, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.http().port()));
        String login = "operator:" + Server.OPERATOR_PASSWORD;
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n";
        socket.getOutputStream().write(request.repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
