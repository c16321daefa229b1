package no.abakus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    @TempDir
    Path folder;

    @Test
    void littleIsKeptAsItCame() throws Exception {
        assertThat(collected("one\ntwo\n", 1 << 10)).isEqualTo("one\ntwo\n");
    }

    @Test
    void whatComesAfterTheHeadIsKeptWhileItFits() throws Exception {
        String lines = "x".repeat(300_000) + "\nlast\n";

        assertThat(collected(lines, 10)).isEqualTo(lines);
    }

    @Test
    void ofMuchTheFirstAndTheLastIsKept() throws Exception {
        String lines = "first\n" + "x".repeat(5_000_000) + "\nlast\n";

        String kept = collected(lines, 10);

        assertThat(kept).startsWith("first\n").endsWith("\nlast\n").contains(" bytes left out]");
        assertThat(kept.length()).isLessThan(2_000_000);
    }

    private String collected(String lines, int headLimit) throws Exception {
        Path file = folder.resolve("server.log");
        Collector.of(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), file, headLimit)
                .close();
        return Files.readString(file);
    }
}
