package no.abakus.it.container;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonConfig.KeyStrategy;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The lines printed by the server in which this test runs. Its lines also go to a file. */
final class ServerFile {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Refuses duplicate keys. */
    private static final JsonReaderFactory STRICT =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, KeyStrategy.NONE));

    private ServerFile() {}

    /** Returns the first line that meets the condition, as soon as there is one. */
    static JsonObject await(String what, Predicate<JsonObject> condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            List<JsonObject> found = all(condition);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The server has printed no line that is " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Returns the line of this event, as soon as there is one. */
    static JsonObject event(String event) throws IOException, InterruptedException {
        return await(
                "the event '" + event + "'", line -> line.getString("event", "").equals(event));
    }

    /** Returns all lines so far that meet the condition. */
    static List<JsonObject> all(Predicate<JsonObject> condition) throws IOException {
        Path file = Path.of(System.getProperty("abakus.logging.file"));
        return Files.readAllLines(file).stream()
                .map(ServerFile::parsed)
                .filter(condition)
                .toList();
    }

    private static JsonObject parsed(String line) {
        try (JsonReader reader = STRICT.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
