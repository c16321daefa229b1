package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The events in a server's log lines. */
record LoggedEvents(Path log) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the lines of one event that are later than an instant. An incomplete last line is left out. */
    List<JsonNode> of(String event, Instant from) throws IOException {
        String quoted = "\"event\":\"" + event + "\"";
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(quoted) && line.endsWith("}"))
                    .map(LoggedEvents::read)
                    .filter(line -> at(line).isAfter(from))
                    .toList();
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("The server wrote a line that is not JSON: " + line, e);
        }
    }

    static Instant at(JsonNode line) {
        return Instant.parse(line.path("timestamp").asText());
    }
}
