package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of events: what they say, and what they cost the server. */
@OnSharedServer
final class LiveIT {

    private static final String LIVE = "/abakus/api/live?topics=";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (InputStream stream : open) {
            stream.close();
        }
    }

    private HttpResponse<InputStream> stream(Server server, String topics, String header, String value)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.http().port() + LIVE + topics))
                .header(header, value)
                .build();
        HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        open.add(response.body());
        return response;
    }

    private static String viewer() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(("viewer:" + Server.VIEWER_PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads on a thread of its own until the stream ends. */
    private static List<String> lines(HttpResponse<InputStream> response) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> {
            try (InputStream in = response.body()) {
                new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                lines.add("(closed)");
            }
            lines.add("(end)");
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    @Test
    void a_stream_has_the_state_of_its_topics_with_ids(Server server) throws Exception {
        HttpResponse<InputStream> response = stream(server, "overview,queues,workers,bulk", "Authorization", viewer());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");

        List<String> lines = lines(response);
        for (String topic : List.of("overview", "queues", "workers", "bulk")) {
            await(topic).atMost(PATIENCE).until(() -> lines.contains("event: " + topic));
        }
        assertThat(lines.get(0)).isEqualTo("retry: 3000");
        assertThat(lines).anyMatch(line -> line.startsWith("id: "));
        await("data").atMost(PATIENCE).until(() -> lines.indexOf("event: queues") + 1 < lines.size());
        String data = lines.get(lines.indexOf("event: queues") + 1);
        assertThat(JSON.readTree(data.substring("data: ".length()))
                        .path("queues")
                        .findValuesAsText("name"))
                .contains("default");
        await("changes of the nodes")
                .atMost(PATIENCE)
                .until(() -> lines.stream().filter("event: workers"::equals).count() > 1);
    }

    @Test
    void unknown_topics_and_strangers_are_refused(Server server) throws Exception {
        Http.Answer answer = server.operator().get(LIVE + "weather");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("bad-query");
        assertThat(answer.json().path("detail").asText()).contains("topics");
        assertThat(server.operator().get("/abakus/api/live").status()).isEqualTo(400);
        assertThat(server.http().get(LIVE + "queues").status()).isEqualTo(401);
        assertThat(server.operator().post("/abakus/api/live", "{}").status()).isEqualTo(405);
    }

    @Test
    void a_stream_ends_with_its_session(Server server) throws Exception {
        Http.Answer begun = server.http()
                .with("Sec-Fetch-Site", "same-origin")
                .post("/abakus/api/session", "{\"user\":\"viewer\",\"password\":\"" + Server.VIEWER_PASSWORD + "\"}");
        String cookie = begun.header("Set-Cookie").split(";", -1)[0];
        List<String> lines = lines(stream(server, "workers", "Cookie", cookie));
        await("the first event").atMost(PATIENCE).until(() -> lines.contains("event: workers"));

        server.http()
                .with("Cookie", cookie)
                .with("Sec-Fetch-Site", "same-origin")
                .delete("/abakus/api/session");

        await("the end").atMost(PATIENCE).until(() -> lines.contains("(end)"));
    }

    @Test
    void many_streams_hold_no_thread_and_are_bounded(Server server) throws Exception {
        int granted = 0;
        HttpResponse<InputStream> last;
        do {
            last = stream(server, "workers,bulk", "Authorization", viewer());
            granted += last.statusCode() == 200 ? 1 : 0;
        } while (last.statusCode() == 200 && granted < 60);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(new String(last.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("too-many-streams");
        assertThat(granted).isBetween(40, 50);

        String node = server.operator()
                .get("/abakus/api/workers")
                .json()
                .findValue("pid")
                .asText();
        // The last request may still be on its way out of the servlet.
        await("no thread in the servlet").atMost(PATIENCE).untilAsserted(() -> assertThat(threadsOf(node))
                .contains("java.lang.Thread.State")
                .doesNotContain("LiveServlet."));
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);

        close();
        await("room again")
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        stream(server, "workers", "Authorization", viewer()).statusCode() == 200);
    }

    private static String threadsOf(String process) throws IOException {
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstack")
                                .toString(),
                        process)
                .redirectErrorStream(true)
                .start();
        return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
