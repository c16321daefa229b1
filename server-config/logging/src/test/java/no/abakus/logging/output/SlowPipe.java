package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.abakus.logging.json.LineSink;

/** A real pipe of the operating system with a reader that takes its time. */
final class SlowPipe implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);
    private static final String PADDING = "x".repeat(80);

    private final Pipe pipe;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Future<List<String>> lines;

    SlowPipe() throws IOException {
        pipe = Pipe.open();
        lines = reader.submit(this::read);
    }

    LineSink sink() {
        return (bytes, length) -> {
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
            while (left.hasRemaining()) {
                pipe.sink().write(left);
            }
        };
    }

    /** Writes numbered lines from several threads at the same time. */
    void writeFrom(int threads, int count, LineOutput output, int level) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            tasks.add(() -> {
                for (int i = 0; i < count; i++) {
                    byte[] line = (number + " " + i + " " + PADDING + "\n").getBytes(StandardCharsets.UTF_8);
                    output.accept(line, line.length, level);
                }
                return null;
            });
        }
        try {
            for (Future<Void> done : writers.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }
    }

    /** Returns all output after the input has ended. */
    List<String> finish() throws Exception {
        pipe.sink().close();
        return lines.get();
    }

    /** Checks that no line is torn or mixed with another, and that each thread's lines are in order. */
    static void assertWholeAndInOrder(List<String> lines, int threads, int count) {
        int[] next = new int[threads];
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            assertThat(parts).as(line).hasSize(3);
            assertThat(parts[2]).isEqualTo(PADDING);
            int thread = Integer.parseInt(parts[0]);
            int number = Integer.parseInt(parts[1]);
            assertThat(number).isGreaterThanOrEqualTo(next[thread]).isLessThan(count);
            next[thread] = number + 1;
        }
    }

    private List<String> read() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(32 * 1024);
        while (pipe.source().read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return all.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() throws IOException {
        pipe.sink().close();
        reader.shutdown();
    }
}
