package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads from the server's log lines how tasks ended. The times in the lines have microseconds. The line for a task that
 * has succeeded is written after the task's transaction has committed.
 */
final class TaskEnds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path log;
    private final long start;
    private Map<String, List<Instant>> succeeded = Map.of();
    private Map<String, Integer> retried = Map.of();

    /** Creates a reader of the lines that are written from now on. */
    TaskEnds(Path log) throws IOException {
        this.log = log;
        this.start = Files.size(log);
    }

    /** Waits until each of the tasks has succeeded. */
    void await(Set<String> taskIds) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        read();
        while (!succeeded.keySet().containsAll(taskIds)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Of " + taskIds.size() + " tasks, only " + succeeded.size() + " have succeeded");
            }
            Thread.sleep(200);
            read();
        }
    }

    /** Returns the time at which each of the tasks first succeeded. */
    List<Instant> succeededAt(Set<String> taskIds) {
        return taskIds.stream().map(id -> succeeded.get(id).get(0)).toList();
    }

    /**
     * Returns how often each of the tasks succeeded. A number above 1 means that a task was run again after it had
     * succeeded.
     */
    List<Integer> runs(Set<String> taskIds) {
        return taskIds.stream().map(id -> succeeded.get(id).size()).toList();
    }

    /** Returns how many retries these tasks asked for in total. */
    int retries(Set<String> taskIds) {
        return taskIds.stream().mapToInt(id -> retried.getOrDefault(id, 0)).sum();
    }

    private void read() throws IOException {
        succeeded = new HashMap<>();
        retried = new HashMap<>();
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(start);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // The last line may be incomplete.
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.contains("\"task_succeeded\"") || line.contains("\"task_retrying\""))
                    .forEach(this::note);
        }
    }

    private void note(String line) {
        JsonNode fields;
        try {
            fields = JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("The server wrote a line that is not JSON: " + line, e);
        }
        String id = fields.path("task_id").asText();
        if (fields.path("event").asText().equals("task_succeeded")) {
            succeeded
                    .computeIfAbsent(id, key -> new ArrayList<>())
                    .add(Instant.parse(fields.path("timestamp").asText()));
        } else {
            retried.merge(id, 1, Integer::sum);
        }
    }
}
