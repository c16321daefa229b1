package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/testing.md} shows is code of tests, and so it compiles and holds. */
class TestingDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "testing.md");
    private static final List<Path> EXAMPLES = List.of(
            Path.of("src/test/java/no/abakus/tasks/testing/WelcomeTest.java"),
            Path.of("src/test/java/no/abakus/tasks/testing/CdiWelcomeTest.java"),
            Path.of("src/test/java/no/abakus/tasks/testing/EnableAbakusTest.java"),
            Path.of("../../ear/tests/src/test/java/no/abakus/it/container/WelcomeIT.java"));
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_block_of_java_is_a_part_of_the_example() throws IOException {
        List<String> blocks = JAVA_BLOCK
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> withoutLayout(block.group(1)))
                .toList();
        List<String> examples = new ArrayList<>();
        for (Path example : EXAMPLES) {
            examples.add(withoutLayout(Files.readString(example)));
        }

        assertThat(blocks).hasSizeGreaterThan(3).allSatisfy(block -> assertThat(examples)
                .anySatisfy(example -> assertThat(example).contains(block)));
    }

    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }
}
