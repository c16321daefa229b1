package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls the REST API as an operator. Thread-safe. */
public final class TaskApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final URI server;
    private final String login;

    TaskApi(URI server, String user, String password) {
        this.server = server;
        this.login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the status of the server's health; 0 if there is no response. */
    public int health() throws InterruptedException {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(server.resolve("/abakus/api/health"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the response for this path, below {@code /abakus/api/}. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(server.resolve("/abakus/api/" + path))
                        .header("Authorization", login)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " returned " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /**
     * Gives an order to all nodes, and returns the response.
     *
     * @param order the name of the order, such as {@code enable-events}
     */
    JsonNode order(String order) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(server.resolve("/abakus/api/control/" + order))
                        .header("Authorization", login)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(order + " returned " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /**
     * Sends a task.
     *
     * @param call the members of the request to {@code apply-async}
     * @return the task's id
     * @throws IOException if the task was not accepted; it may have been sent nevertheless
     * @throws IllegalArgumentException if the call itself is wrong, so that it will never be accepted
     */
    public String send(String task, Map<String, ?> call) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(server.resolve("/abakus/api/tasks/" + task + "/apply-async"))
                        .header("Authorization", login)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(call)))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() == 400) {
            throw new IllegalArgumentException(task + " returned 400: " + response.body());
        }
        if (response.statusCode() != 202) {
            throw new IOException(task + " returned " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body()).path("task_id").asText();
    }
}
