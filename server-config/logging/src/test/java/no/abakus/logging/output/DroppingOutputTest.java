package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DroppingOutputTest {
    private static final int INFO = 800;
    private static final int WARNING = 900;
    private static final int CAPACITY = 64 * 1024;

    @Test
    void eight_threads_into_a_slow_pipe_tear_nothing_and_the_count_of_dropped_lines_is_what_is_missing()
            throws Exception {
        int threads = 8;
        int lines = Integer.getInteger("abakus.test.slow-pipe-lines", 100_000);
        try (SlowPipe pipe = new SlowPipe()) {
            DroppingOutput output = new DroppingOutput(pipe.sink(), CAPACITY, WARNING, DroppingOutputTest::note);
            pipe.writeFrom(threads, lines, output, INFO);
            output.close();
            List<String> read = pipe.finish();

            List<String> notes =
                    read.stream().filter(line -> line.startsWith("dropped ")).toList();
            List<String> written =
                    read.stream().filter(line -> !line.startsWith("dropped ")).toList();
            SlowPipe.assertWholeAndInOrder(written, threads, lines);
            assertThat(output.dropped()).isPositive().isEqualTo((long) threads * lines - written.size());
            assertThat(notes.stream()
                            .mapToLong(note -> Long.parseLong(note.substring(8)))
                            .sum())
                    .isEqualTo(output.dropped());
        }
    }

    @Test
    void lines_at_the_level_that_is_kept_wait_and_none_is_missing() throws Exception {
        int threads = 8;
        int lines = 2_000;
        try (SlowPipe pipe = new SlowPipe()) {
            DroppingOutput output = new DroppingOutput(pipe.sink(), CAPACITY, WARNING, DroppingOutputTest::note);
            pipe.writeFrom(threads, lines, output, WARNING);
            output.close();

            assertThat(pipe.finish()).hasSize(threads * lines);
            assertThat(output.dropped()).isZero();
        }
    }

    @Test
    void the_thread_that_logs_never_waits_for_the_reader() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        DroppingOutput output = new DroppingOutput(
                (bytes, length) -> {
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                },
                100,
                WARNING,
                DroppingOutputTest::note);
        byte[] line = "0123456789012345678901234567890123456789\n".getBytes(StandardCharsets.UTF_8);
        // Would never end if one of them waited.
        for (int i = 0; i < 100; i++) {
            output.accept(line, line.length, INFO);
        }
        open.countDown();
        output.close();

        assertThat(output.dropped()).isBetween(95L, 98L);
    }

    @Test
    void a_target_that_fails_is_not_tried_over_and_over_and_later_told_what_it_has_missed() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DroppingOutput output = new DroppingOutput(
                (bytes, length) -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IOException("broken pipe");
                    }
                    written.write(bytes, 0, length);
                },
                CAPACITY,
                WARNING,
                DroppingOutputTest::note);

        output.accept("lost\n".getBytes(StandardCharsets.UTF_8), 5, INFO);
        // Long enough for thousands of attempts.
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(tries).hasValue(1);
        output.accept("kept\n".getBytes(StandardCharsets.UTF_8), 5, INFO);
        output.close();

        assertThat(output.dropped()).isEqualTo(1);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("kept\ndropped 1\n");
    }

    @Test
    void a_line_after_the_end_is_out_when_its_call_returns() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DroppingOutput output = new DroppingOutput(
                (bytes, length) -> written.write(bytes, 0, length), CAPACITY, WARNING, DroppingOutputTest::note);

        output.accept("before\n".getBytes(StandardCharsets.UTF_8), 7, INFO);
        output.close();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("before\n");
        output.accept("after\n".getBytes(StandardCharsets.UTF_8), 6, INFO);

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("before\nafter\n");
    }

    private static byte[] note(long count) {
        return ("dropped " + count + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
