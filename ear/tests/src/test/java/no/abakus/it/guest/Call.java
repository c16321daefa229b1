package no.abakus.it.guest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A request to a host. */
record Call(String method, String path, String type, String body) {

    /** Differ from response to response, or are documented as added by the filter. */
    private static final Set<String> NOT_COMPARED = Set.of("date", "x-request-id", "set-cookie");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Call get(String path) {
        return new Call("GET", path, null, "");
    }

    static Call of(String method, String path) {
        return new Call(method, path, null, "");
    }

    static Call post(String path, String type, String body) {
        return new Call("POST", path, type, body);
    }

    /**
     * Returns the whole response as text: status, headers, and each byte of the body as a character.
     *
     * @param root the address of the application, which the response may contain
     */
    String answer(int port, String root) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + root + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeIf(name -> NOT_COMPARED.contains(name.toLowerCase(Locale.ROOT)));
        String content = new String(response.body(), StandardCharsets.ISO_8859_1);
        return (response.statusCode() + "\n" + headers + "\n\n" + content)
                .replace("127.0.0.1:" + port, "HOST")
                .replace(root + "/", "/ROOT/");
    }

    @Override
    public String toString() {
        return method + " " + path + (body.isEmpty() ? "" : " " + body);
    }
}
