package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import no.abakus.logging.output.Talker.End;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes under the log manager of WildFly, whose stdout is a pipe with a slow reader. */
@Tag("long")
class LastLinesTest {
    private static final int THREADS = 8;
    private static final int LINES = Integer.getInteger("abakus.test.process-lines", 20_000);
    private static final int FEW = 2_000;
    private static final String DROP = "-Dabakus.logging.when-blocked=drop";

    @Test
    void footgun_18_lines_go_to_stdout_and_nothing_to_stderr() throws Exception {
        try (TalkingProcess process = new TalkingProcess(End.EXIT, 1, FEW)) {
            assertThat(inOrder(process.lines())).isEqualTo(FEW);
            assertThat(process.errors()).containsExactly("dropped 0");
        }
    }

    @Test
    void where_threads_wait_no_line_of_eight_threads_is_torn_or_missing() throws Exception {
        try (TalkingProcess process = new TalkingProcess(End.UNCAUGHT, THREADS, LINES)) {
            List<JsonNode> lines = process.lines();

            assertThat(inOrder(lines)).isEqualTo((long) THREADS * LINES).isEqualTo(lines.size());
            assertThat(process.told("dropped ")).isZero();
        }
    }

    /** Any process that shares a pipe or a terminal may make it non-blocking, as Node and some CI runners do. */
    @Test
    void a_stdout_that_others_made_nonblocking_loses_no_line() throws Exception {
        assumeThat(Path.of("/usr/bin/perl")).as("what sets the flag").isExecutable();
        try (TalkingProcess process = TalkingProcess.withNonblockingStdout(End.UNCAUGHT, THREADS, LINES)) {
            List<JsonNode> lines = process.lines();

            assertThat(inOrder(lines)).isEqualTo((long) THREADS * LINES).isEqualTo(lines.size());
            assertThat(process.told("dropped ")).isZero();
        }
    }

    @Test
    void where_lines_are_dropped_none_is_torn_and_the_counter_equals_what_is_missing() throws Exception {
        try (TalkingProcess process = new TalkingProcess(End.UNCAUGHT, THREADS, LINES, DROP)) {
            List<JsonNode> lines = process.lines();

            long dropped = process.told("dropped ");
            assertThat(dropped).isPositive().isEqualTo((long) THREADS * LINES - inOrder(lines));
            assertThat(lines.stream()
                            .filter(line -> line.get("event").asText().equals("log_lines_dropped"))
                            .mapToLong(line -> line.get("count").asLong())
                            .sum())
                    .isEqualTo(dropped);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = End.class,
            names = {"UNCAUGHT", "EXIT", "TERMINATED"})
    void what_is_held_when_the_process_ends_is_written(End end) throws Exception {
        // As much as fits without dropping anything.
        try (TalkingProcess process =
                new TalkingProcess(end, THREADS, FEW, DROP, "-Dabakus.logging.buffer-bytes=100000000")) {
            assertThat(process.told("dropped ")).isZero();
            if (end == End.TERMINATED) {
                process.terminate();
            }
            List<JsonNode> lines = process.lines();

            assertThat(inOrder(lines)).isEqualTo(THREADS * FEW);
            if (end == End.EXIT) {
                assertThat(lines)
                        .filteredOn(line -> line.get("event").asText().equals("last_words"))
                        .hasSize(50);
                assertThat(process.status()).isEqualTo(3);
            }
        }
    }

    @Test
    void an_error_whose_call_has_returned_is_out_even_if_the_process_is_killed() throws Exception {
        try (TalkingProcess process = new TalkingProcess(End.KILLED, THREADS, 0)) {
            long returned = 0;
            while (returned < 200) {
                returned = process.told("returned ");
            }
            process.kill();
            long last = returned;

            assertThat(process.lines())
                    .filteredOn(line -> line.get("event").asText().equals("failed"))
                    .extracting(line -> line.get("i").asLong())
                    .startsWith(0L)
                    .contains(last);
        }
    }

    /** Returns how many numbered lines there are, after checking that each thread's are in order. */
    private static long inOrder(List<JsonNode> lines) {
        int[] next = new int[THREADS];
        long count = 0;
        for (JsonNode line : lines) {
            String event = line.get("event").asText();
            boolean ours = event.equals("said");
            if (ours || line.get("logger").asText().equals("third.party")) {
                int thread = ours ? line.get("thread").asInt() : Integer.parseInt(event.split(" ", -1)[0]);
                int number = ours ? line.get("i").asInt() : Integer.parseInt(event.split(" ", -1)[1]);
                assertThat(line.get("request_id").asText()).isEqualTo("r" + thread);
                assertThat(number).isGreaterThanOrEqualTo(next[thread]);
                next[thread] = number + 1;
                count++;
            }
        }
        return count;
    }
}
