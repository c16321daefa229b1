package no.abakus.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.abakus.logging.LoggingSetting;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} describes every setting as the code does, and no others. */
class ConfigurationDocTest {

    private static final Path DOCUMENT = Path.of("docs", "configuration.md");

    @Test
    void every_setting_stands_there_with_its_type_default_and_meaning() throws IOException {
        assertThat(rows()).containsExactlyElementsOf(settings().toList());
    }

    @Test
    void every_key_that_is_mentioned_exists() throws IOException {
        List<String> known =
                settings().map(row -> row.substring(3, row.indexOf('`', 3))).toList();
        List<String> mentioned = Files.readAllLines(DOCUMENT).stream()
                .flatMap(line -> java.util.regex.Pattern.compile("abakus\\.(tasks|logging)\\.[a-z-]+(\\.[a-z-]+)*")
                        .matcher(line)
                        .results()
                        .map(java.util.regex.MatchResult::group))
                .filter(key -> !key.equals("abakus.tasks.task"))
                .distinct()
                .toList();

        assertThat(known).containsAll(mentioned);
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `abakus."))
                .toList();
    }

    private static Stream<String> settings() {
        return Stream.concat(
                TaskSystemConfig.SETTINGS.stream()
                        .map(setting -> row(setting.key(), setting.type(), setting.defaultValue(), setting.meaning())),
                Arrays.stream(LoggingSetting.values())
                        .map(setting -> row(
                                setting.key(),
                                setting.type().name().toLowerCase(Locale.ROOT),
                                setting.defaultValue(),
                                setting.meaning())));
    }

    private static String row(String key, String type, String defaultValue, String meaning) {
        String shown = defaultValue.isEmpty() ? "(empty)" : "`" + defaultValue + "`";
        return "| `" + key + "` | " + type + " | " + shown + " | " + meaning + " |";
    }
}
