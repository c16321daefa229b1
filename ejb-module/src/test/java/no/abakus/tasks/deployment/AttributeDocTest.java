package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names the attributes that can be overridden. */
class AttributeDocTest {

    @Test
    void the_attributes_of_single_tasks_stand_there() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("docs", "configuration.md")).stream()
                .dropWhile(line -> !line.startsWith("| Attribute |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(documented).containsExactlyElementsOf(AttributeOverrides.ATTRIBUTES);
    }
}
