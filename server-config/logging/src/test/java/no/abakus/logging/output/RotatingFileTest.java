package no.abakus.logging.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_full_file_becomes_the_first_former_one_and_the_oldest_goes() throws IOException {
        try (RotatingFile file = new RotatingFile(folder.resolve("a.log"), 10, 2)) {
            for (String line : List.of("one-1\n", "two-2\n", "three\n", "four4\n")) {
                write(file, line);
            }
        }

        assertThat(content("a.log")).isEqualTo("four4\n");
        assertThat(content("a.log.1")).isEqualTo("three\n");
        assertThat(content("a.log.2")).isEqualTo("two-2\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_chunk_of_many_lines_is_split_between_lines_only() throws IOException {
        try (RotatingFile file = new RotatingFile(folder.resolve("a.log"), 10, 5)) {
            write(file, "1\n22\n333\n4444\n55555\n");
        }

        assertThat(content("a.log")).isEqualTo("55555\n");
        assertThat(content("a.log.1")).isEqualTo("4444\n");
        assertThat(content("a.log.2")).isEqualTo("1\n22\n333\n");
    }

    @Test
    void a_line_longer_than_a_file_gets_a_file_of_its_own() throws IOException {
        try (RotatingFile file = new RotatingFile(folder.resolve("a.log"), 10, 5)) {
            write(file, "a\n" + "b".repeat(30) + "\nc\n");
        }

        assertThat(content("a.log")).isEqualTo("c\n");
        assertThat(content("a.log.1")).isEqualTo("b".repeat(30) + "\n");
        assertThat(content("a.log.2")).isEqualTo("a\n");
    }

    @Test
    void what_a_process_before_has_left_is_appended_to() throws IOException {
        for (String line : List.of("first\n", "next\n")) {
            try (RotatingFile file = new RotatingFile(folder.resolve("deep/a.log"), 100, 5)) {
                write(file, line);
            }
        }

        assertThat(content("deep/a.log")).isEqualTo("first\nnext\n");
    }

    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static void write(RotatingFile file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.accept(bytes, bytes.length);
    }
}
