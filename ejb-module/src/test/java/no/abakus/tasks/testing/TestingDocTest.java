package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/testing.md} shows is code of {@link WelcomeTest}, and so it compiles and holds. */
class TestingDocTest {

    private static final Path DOCUMENT = Path.of("docs", "testing.md");
    private static final Path EXAMPLE = Path.of("src/test/java/no/abakus/tasks/testing/WelcomeTest.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_block_of_java_is_a_part_of_the_example() throws IOException {
        List<String> blocks = JAVA_BLOCK
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> withoutLayout(block.group(1)))
                .toList();
        String example = withoutLayout(Files.readString(EXAMPLE));

        assertThat(blocks).hasSizeGreaterThan(3).allSatisfy(block -> assertThat(example)
                .contains(block));
    }

    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }
}
