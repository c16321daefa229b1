package no.abakus.logging.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

final class PrintedLinesTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PrintStream out = new PrintStream(new PrintedLines(lines::add), true, StandardCharsets.UTF_8);

    @Test
    void a_line_is_handed_on_when_it_ends_and_not_before() {
        out.print("half of ");
        out.flush();
        assertThat(lines).isEmpty();

        out.print("it\nand more\r\n");

        assertThat(lines).containsExactly("half of it", "and more");
    }

    @Test
    void blank_lines_are_left_out() {
        out.print("\n  \n\r\nx\n");

        assertThat(lines).containsExactly("x");
    }

    @Test
    void characters_of_several_bytes_stay_whole() {
        out.println("blåbærsyltetøy €");

        assertThat(lines).containsExactly("blåbærsyltetøy €");
    }

    @Test
    void a_line_without_an_end_is_not_collected_for_ever() {
        out.print("x".repeat(PrintedLines.LONGEST + 1));

        assertThat(lines).containsExactly("x".repeat(PrintedLines.LONGEST));
    }

    @Test
    void what_two_threads_print_at_once_is_not_mixed() throws Exception {
        CyclicBarrier halfway = new CyclicBarrier(2);
        Thread other = new Thread(() -> printInTwo("b", halfway));
        other.start();
        printInTwo("a", halfway);
        other.join();

        assertThat(lines).containsExactlyInAnyOrder("aa", "bb");
    }

    @Test
    void a_line_that_prints_while_it_is_handed_on_ends_too() {
        PrintStream[] stream = new PrintStream[1];
        stream[0] = new PrintStream(
                new PrintedLines(line -> {
                    lines.add(line);
                    if (line.equals("first")) {
                        stream[0].println("second");
                    }
                }),
                true,
                StandardCharsets.UTF_8);

        stream[0].println("first");

        assertThat(lines).containsExactly("first", "second");
    }

    private void printInTwo(String half, CyclicBarrier halfway) {
        out.print(half);
        try {
            halfway.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        out.println(half);
    }
}
