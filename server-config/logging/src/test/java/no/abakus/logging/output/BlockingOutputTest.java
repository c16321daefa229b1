package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.json.LineSink;
import org.junit.jupiter.api.Test;

class BlockingOutputTest {
    private static final int INFO = 800;
    private static final int ERROR = 1000;

    @Test
    void eight_threads_into_a_slow_pipe_lose_nothing_and_tear_nothing() throws Exception {
        int threads = 8;
        int lines = Integer.getInteger("abakus.test.slow-pipe-lines", 100_000);
        try (SlowPipe pipe = new SlowPipe()) {
            BlockingOutput output = new BlockingOutput(pipe.sink());
            pipe.writeFrom(threads, lines, output, INFO);
            output.close();
            List<String> read = pipe.finish();

            assertThat(read).hasSize(threads * lines);
            SlowPipe.assertWholeAndInOrder(read, threads, lines);
            assertThat(output.dropped()).isZero();
        }
    }

    @Test
    void a_line_is_out_when_the_call_of_a_lone_thread_returns() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockingOutput output = new BlockingOutput((bytes, length) -> written.write(bytes, 0, length));

        output.accept("a\n".getBytes(StandardCharsets.UTF_8), 2, INFO);

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("a\n");
    }

    @Test
    void a_thread_that_finds_another_one_writing_goes_on_unless_its_line_is_an_error() throws Exception {
        HeldSink held = new HeldSink();
        BlockingOutput output = new BlockingOutput(held);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = others.submit(() -> accept(output, "first\n", INFO));
            held.entered.await();
            accept(output, "second\n", INFO);
            Future<?> error = others.submit(() -> accept(output, "error\n", ERROR));
            assertThatThrownBy(() -> error.get(50, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            held.open.countDown();
            first.get();
            error.get();

            assertThat(held.text()).isEqualTo("first\nsecond\nerror\n");
        } finally {
            others.shutdown();
        }
    }

    @Test
    void a_target_that_fails_once_gets_the_next_line() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        boolean[] failing = {true};
        BlockingOutput output = new BlockingOutput((bytes, length) -> {
            if (failing[0]) {
                throw new IOException("full");
            }
            written.write(bytes, 0, length);
        });

        assertThatThrownBy(() -> output.accept(new byte[] {'a', '\n'}, 2, INFO)).hasMessage("full");
        failing[0] = false;
        output.accept(new byte[] {'b', '\n'}, 2, ERROR);
        output.flush();

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("b\n");
    }

    @Test
    void what_the_writing_thread_logs_while_it_writes_comes_after() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockingOutput[] output = new BlockingOutput[1];
        output[0] = new BlockingOutput((bytes, length) -> {
            if (written.size() == 0) {
                written.write('>');
                output[0].accept("inner\n".getBytes(StandardCharsets.UTF_8), 6, ERROR);
            }
            written.write(bytes, 0, length);
        });

        output[0].accept("outer\n".getBytes(StandardCharsets.UTF_8), 6, ERROR);

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(">outer\ninner\n");
    }

    private static Void accept(BlockingOutput output, String line, int level) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        output.accept(bytes, bytes.length, level);
        return null;
    }

    /** Lets the first write begin, and end when it is told to. */
    private static final class HeldSink implements LineSink {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void accept(byte[] bytes, int length) {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (written) {
                written.write(bytes, 0, length);
            }
        }

        String text() {
            synchronized (written) {
                return written.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
