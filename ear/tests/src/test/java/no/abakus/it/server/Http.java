package no.abakus.it.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Calls a server as curl would. Immutable. */
public final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            // Payara refuses an odd header over HTTP/2 by resetting the stream, before our code sees it.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    /** Longer than any test waits for a result: after a crash in the middle of a commit, a row may be held for two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final String base;
    private final Map<String, String> headers;

    Http(String base) {
        this(base, Map.of());
    }

    /** Returns a client of a server that {@link Server} has not started. */
    public static Http at(String base) {
        return new Http(base);
    }

    private Http(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Http as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public Http with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    public int port() {
        return URI.create(base).getPort();
    }

    public Answer get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    public Answer delete(String path) throws InterruptedException {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json) throws InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) throws InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a task with the console's REST API and returns its id. */
    public String applyAsync(String task, String json) throws InterruptedException {
        Answer answer = post("/abakus/api/tasks/" + task + "/apply-async", json);
        Assertions.assertEquals(202, answer.status(), answer::body);
        return answer.json().path("task_id").asText();
    }

    /** Polls until the response has this status; no response counts as not yet. */
    public void awaitStatus(String path, int status, Duration patience) {
        await(base + path + " responds " + status)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> get(path), answer -> answer.status() == status);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's response. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("No JSON: " + body, e);
            }
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }
}
