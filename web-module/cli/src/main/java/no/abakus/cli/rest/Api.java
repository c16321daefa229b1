package no.abakus.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls the console's REST API as one user. Not thread-safe. */
public final class Api {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_RESPOND = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int FIRST_PROBLEM = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    private final URI base;
    private final String authorization;

    Api(URI base, String user, String password) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a resource. */
    public JsonNode get(Call call) {
        return json(request(call, TO_RESPOND).GET().build());
    }

    /** Reads a resource whose response the server may hold back for this long. */
    public JsonNode get(Call call, Duration wait) {
        return json(request(call, TO_RESPOND.plus(wait)).GET().build());
    }

    /** Posts a JSON body. */
    public JsonNode post(Call call, JsonNode body) {
        return json(request(call, TO_RESPOND)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Opens a stream of server-sent events; the caller closes it. */
    public EventStream events(Call call, String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.under(base))
                .header("Authorization", authorization)
                .header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> response = sent(request.GET().build());
        if (response.statusCode() >= FIRST_PROBLEM) {
            throw new RefusedException(response.statusCode(), parsed(read(response)));
        }
        return new EventStream(response.body());
    }

    private HttpRequest.Builder request(Call call, Duration patience) {
        return HttpRequest.newBuilder(call.under(base))
                .timeout(patience)
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<InputStream> response = sent(request);
        byte[] body = read(response);
        if (response.statusCode() >= FIRST_PROBLEM) {
            throw new RefusedException(response.statusCode(), parsed(body));
        }
        JsonNode json = parsed(body);
        if (json.isMissingNode() && body.length > 0) {
            throw new UnreachableException(
                    request.uri() + " did not answer in JSON; --url must name a console, such as"
                            + " http://127.0.0.1:8080/abakus",
                    null);
        }
        return json;
    }

    private HttpResponse<InputStream> sent(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(new InterruptedIOException("interrupted"));
        }
    }

    private byte[] read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new UnreachableException(base + " answered with more than " + MOST_BYTES + " bytes", null);
            }
            return body;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private UnreachableException unreachable(IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UnreachableException("The console at " + base + " could not be reached: " + why, e);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JsonText.parsed(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
