package no.abakus.bench;

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
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Calls the API of the registrations sample as a user with all permissions. */
final class Registrations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEBKOM =
            "Basic " + Base64.getEncoder().encodeToString("webkom:webkom".getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;

    Registrations(URI api) {
        this.api = api;
    }

    /**
     * Creates an event with this many places, and a second pool for a group without members. Returns the event's id.
     */
    String open(int places) throws IOException, InterruptedException {
        Map<String, Object> event = Map.of(
                "title",
                "Benchmark",
                "pools",
                List.of(
                        Map.of("name", "users", "capacity", places, "groups", List.of("users")),
                        Map.of("name", "others", "capacity", 10, "groups", List.of("others"))));
        return call("POST", "/events", event).path("id").asText();
    }

    /** Registers this many users. All registrations are due at one instant. Fails if they are not all sent by then. */
    Batch register(String event, int users) throws IOException, InterruptedException {
        Instant due = Instant.now().plusSeconds(8).plusMillis(8L * users);
        JsonNode answer = call(
                "POST",
                "/events/" + event + "/registrations/batch",
                Map.of("count", users, "groups", List.of("users"), "eta", due.toString()));
        if (!Instant.now().isBefore(due)) {
            throw new IOException(
                    "Sending " + users + " registrations took longer than the time until they were due, so they did"
                            + " not start together; the machine is too busy");
        }
        Set<String> taskIds = new LinkedHashSet<>();
        answer.path("registrations")
                .forEach(one -> taskIds.add(one.path("task_id").asText()));
        if (taskIds.size() != users) {
            throw new IOException("Of " + users + " registrations, only " + taskIds.size() + " were sent");
        }
        return new Batch(due, taskIds);
    }

    /** Waits until no registration of the event is pending. */
    void awaitSettled(String event) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (view(event).pending() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Still pending after " + PATIENCE.toSeconds() + " s: " + view(event));
            }
            Thread.sleep(200);
        }
    }

    /** Returns the current state of the event. */
    View view(String event) throws IOException, InterruptedException {
        JsonNode view = call("GET", "/events/" + event, Map.of());
        return new View(
                view.path("admitted").asInt(),
                view.path("waiting").asInt(),
                view.path("pending").asInt(),
                view.path("failed").asInt(),
                StreamSupport.stream(view.path("pools").spliterator(), false)
                        .map(pool -> pool.path("admitted").asInt())
                        .toList());
    }

    private JsonNode call(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", WEBKOM)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " returned " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /**
     * Registrations that have been sent.
     *
     * @param due the earliest time at which the registrations are delivered
     * @param taskIds the tasks that settle the registrations
     */
    record Batch(Instant due, Set<String> taskIds) {}

    /**
     * The numbers of registrations by state, and of admitted registrations by pool.
     *
     * @param admittedByPool the number of admitted people in each pool, in the order of the event's pools
     */
    record View(int admitted, int waiting, int pending, int failed, List<Integer> admittedByPool) {}
}
