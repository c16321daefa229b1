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
import java.util.regex.Pattern;

/** A request to a host. */
record Call(String method, String path, String type, String body) {

    /** Headers that differ from response to response, or that the filter adds as documented. */
    private static final Set<String> NOT_COMPARED = Set.of("date", "last-modified", "x-request-id", "set-cookie");

    /** To a client on the same machine WildFly shows an exception's frames, among which are those of every filter. */
    private static final Pattern FRAMES = Pattern.compile(
            "(?<![^\\s()])[^\\s()]++\\("
                    + "(?:[\\w$]+\\.java(?::\\d+)?|Unknown Source|Native Method)\\)|\\.\\.\\. \\d+ (?:more|common frames omitted)");

    private static final Pattern BETWEEN = Pattern.compile("(?:\\s|at |<br */?>)*FRAME(?:(?:\\s|at |<br */?>)*FRAME)*");

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
        String content = new String(response.body(), StandardCharsets.ISO_8859_1);
        String framed = FRAMES.matcher(content).replaceAll("FRAME");
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        if (!framed.equals(content)) {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-length"));
        }
        headers.keySet().removeIf(name -> NOT_COMPARED.contains(name.toLowerCase(Locale.ROOT)));
        String compared = BETWEEN.matcher(framed).replaceAll(" FRAMES ");
        return (response.statusCode() + "\n" + headers + "\n\n" + compared)
                .replace("127.0.0.1:" + port, "HOST")
                .replace(root + "/", "/ROOT/");
    }

    @Override
    public String toString() {
        return method + " " + path + (body.isEmpty() ? "" : " " + body.substring(0, Math.min(80, body.length())));
    }
}
