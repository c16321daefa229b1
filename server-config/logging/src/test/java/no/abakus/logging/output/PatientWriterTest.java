package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatientWriterTest {
    private final FullPipe pipe = new FullPipe();
    private final List<Long> pauses = new ArrayList<>();
    private final PatientWriter writer = new PatientWriter(pipe, nanos -> {
        pauses.add(nanos);
        pipe.read(3_000);
    });

    @Test
    void a_pipe_that_is_full_is_waited_for_and_nothing_is_lost_or_written_twice() throws IOException {
        StringBuilder all = new StringBuilder();
        Random random = new Random(15);
        for (int i = 0; i < 500; i++) {
            String chunk = ("{\"n\":" + i + ",\"p\":\"" + "p".repeat(random.nextInt(9_000)) + "\"}\n")
                    .repeat(1 + random.nextInt(9));
            all.append(chunk);
            byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
            writer.accept(bytes, bytes.length);
        }
        pipe.read(Integer.MAX_VALUE);

        assertThat(pipe.taken.toString(StandardCharsets.US_ASCII)).isEqualTo(all.toString());
        assertThat(pauses).isNotEmpty().allMatch(nanos -> nanos > 0 && nanos <= 5_000_000);
    }

    @Test
    void pieces_end_with_a_line_where_one_does() throws IOException {
        byte[] bytes = "x".repeat(999).concat("\n").repeat(10).getBytes(StandardCharsets.US_ASCII);
        writer.accept(bytes, bytes.length);

        assertThat(pipe.pieces).containsExactly(4_000, 4_000, 2_000);
    }

    @Test
    void an_interrupt_stays_for_the_caller_and_hurries_nobody() throws IOException {
        pipe.fill();
        Thread.currentThread().interrupt();

        writer.accept("a\n".getBytes(StandardCharsets.US_ASCII), 2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(pipe.interruptedWrites).isEqualTo(1);
    }

    @Test
    void a_write_that_fails_is_not_tried_again() {
        pipe.broken = true;

        assertThatThrownBy(() -> writer.accept(new byte[10], 10)).hasMessage("Broken pipe");
        assertThat(pauses).isEmpty();
    }

    /** Takes up to 4,096 bytes as a whole or not at all, and part of a larger write, as a non-blocking pipe does. */
    private static final class FullPipe implements PatientWriter.Descriptor {
        private static final int CAPACITY = 16_384;
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final List<Integer> pieces = new ArrayList<>();
        private int held;
        private int interruptedWrites;
        private boolean broken;

        void fill() {
            held = CAPACITY;
        }

        void read(int bytes) {
            held = Math.max(0, held - bytes);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            interruptedWrites += Thread.currentThread().isInterrupted() ? 1 : 0;
            if (broken) {
                throw new IOException("Broken pipe");
            }
            int room = CAPACITY - held;
            if (count > room) {
                if (count > PatientWriter.WHOLE_OR_NOT) {
                    taken.write(bytes, from, room);
                    held += room;
                }
                throw new IOException("Resource temporarily unavailable");
            }
            taken.write(bytes, from, count);
            held += count;
            pieces.add(count);
        }
    }
}
