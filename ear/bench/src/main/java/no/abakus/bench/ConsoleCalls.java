package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls the console's REST API as the operator. */
final class ConsoleCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ERROR = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String login;

    ConsoleCalls(URI base, String password) {
        this.base = base;
        this.login = "Basic "
                + Base64.getEncoder().encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the value encoded for the query string of a URI. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return answer(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/" + path))
                .header("Authorization", login)
                .timeout(Duration.ofMinutes(2));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= FIRST_ERROR) {
            throw new IOException(response.uri() + " returned " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
