package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTailTest {

    @AfterEach
    void discard() {
        LineTail.discard();
    }

    private static void note(String line) {
        byte[] bytes = (line + "\nleftover").getBytes(StandardCharsets.UTF_8);
        LineTail.note(bytes, (line + "\n").getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void lines_come_back_in_order_and_without_their_ends() {
        LineTail.begin();
        note("{\"event\":\"one\"}");
        note("{\"event\":\"æøå\"}");

        assertThat(LineTail.end()).containsExactly("{\"event\":\"one\"}", "{\"event\":\"æøå\"}");
    }

    @Test
    void a_thread_keeps_nothing_of_our_classes_so_an_undeployed_application_can_go()
            throws ReflectiveOperationException {
        LineTail.begin();
        note("within");
        LineTail.end();
        Field field = LineTail.class.getDeclaredField("OF_THREAD");
        field.setAccessible(true);

        Object kept = ((ThreadLocal<?>) field.get(null)).get();

        assertThat(kept).isInstanceOf(Object[].class);
        assertThat((Object[]) kept)
                .allSatisfy(part -> assertThat(part.getClass().getClassLoader()).isNull());
    }

    @Test
    void lines_before_the_beginning_and_after_the_end_are_not_remembered() {
        note("before");
        LineTail.begin();
        note("within");
        assertThat(LineTail.end()).containsExactly("within");
        note("after");
        assertThat(LineTail.end()).isEmpty();

        LineTail.begin();
        note("again");
        LineTail.discard();
        assertThat(LineTail.end()).isEmpty();
    }

    @Test
    void only_the_last_lines_stay() {
        LineTail.begin();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            note("line " + i);
            all.add("line " + i);
        }

        assertThat(LineTail.end()).isEqualTo(all.subList(1_000 - LineTail.MOST_LINES, 1_000));
    }

    @Test
    void the_bytes_are_bounded_too_and_lines_stay_whole_where_the_ring_closes() {
        LineTail.begin();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String line = i + ":" + Character.toString('a' + i % 26).repeat(700 + i);
            note(line);
            all.add(line);
        }

        List<String> last = LineTail.end();

        assertThat(last).hasSizeBetween(18, 23);
        assertThat(last).isEqualTo(all.subList(100 - last.size(), 100));
    }

    @Test
    void a_line_that_is_too_long_is_left_out_and_the_others_stay() {
        LineTail.begin();
        note("short");
        note("x".repeat(LineTail.MOST_BYTES + 1));
        note("y".repeat(LineTail.MOST_BYTES - 5));

        assertThat(LineTail.end()).hasSize(2).startsWith("short");
    }

    @Test
    void each_thread_has_its_own_lines() {
        LineTail.begin();
        CompletableFuture.runAsync(() -> note("elsewhere")).join();

        assertThat(LineTail.end()).isEmpty();
    }
}
