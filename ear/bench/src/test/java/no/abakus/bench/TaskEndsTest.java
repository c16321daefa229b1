package no.abakus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskEndsTest {

    private static final String FIRST = "2026-11-22T10:00:00.000001Z";
    private static final String SECOND = "2026-11-22T10:00:01.500000Z";

    @TempDir
    Path folder;

    @Test
    void readsWhatIsWrittenAfterItWasMade() throws Exception {
        Path log = Files.writeString(folder.resolve("server.log"), line("task_succeeded", "a", FIRST));
        TaskEnds ends = new TaskEnds(log);
        append(
                log,
                "plain text of the JVM\n" + line("task_retrying", "a", FIRST) + line("task_succeeded", "a", SECOND));

        ends.await(Set.of("a"));

        assertThat(ends.succeededAt(Set.of("a"))).containsExactly(Instant.parse(SECOND));
        assertThat(ends.runs(Set.of("a"))).containsExactly(1);
        assertThat(ends.retries(Set.of("a"))).isEqualTo(1);
    }

    @Test
    void aTaskThatSucceededTwiceRanTwice() throws Exception {
        Path log = Files.createFile(folder.resolve("server.log"));
        TaskEnds ends = new TaskEnds(log);
        append(log, line("task_succeeded", "a", FIRST) + line("task_succeeded", "a", SECOND) + "{\"half a line");

        ends.await(Set.of("a"));

        assertThat(ends.runs(Set.of("a"))).containsExactly(2);
        assertThat(ends.succeededAt(Set.of("a"))).containsExactly(Instant.parse(FIRST));
    }

    private static String line(String event, String taskId, String timestamp) {
        return "{\"task_id\":\"" + taskId + "\",\"event\":\"" + event + "\",\"timestamp\":\"" + timestamp + "\"}\n";
    }

    private static void append(Path log, String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
