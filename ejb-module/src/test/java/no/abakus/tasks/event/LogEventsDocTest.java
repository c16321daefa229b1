package no.abakus.tasks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event that the product logs is in {@code docs/log-events.md}, and every event there is logged. */
class LogEventsDocTest {

    private static final Path INDEX = Path.of("docs", "log-events.md");
    private static final String FIRST_TABLE = "## Start and deployment";

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    /** A call of the logger, a line that is created without one, and a name that is passed to the code that logs it. */
    private static final Pattern LOGGED = Pattern.compile("(?:\\.(?:debug|info|warning|error)\\(\\s*"
            + "|new LogRecord\\([^\";]*|LogEvent\\.captured\\(\\s*|[^\\w.]problem\\(\\s*(?=\"logging_)"
            + "|super\\((?=\"delayed_tasks_))\"([a-z]+(?:_[a-z]+)*)\"");

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);

    @Test
    void the_index_has_exactly_the_events_that_are_logged() throws IOException {
        Set<String> logged = new TreeSet<>();
        for (String module : new String[] {".", "../web-module", "../server-config", "../ear/sample"}) {
            logged.addAll(logged(Path.of(module)));
        }

        assertThat(indexed()).isEqualTo(logged).hasSizeGreaterThan(90);
    }

    private static Set<String> indexed() throws IOException {
        String text = Files.readString(INDEX);
        return found(ROW, text.substring(text.indexOf(FIRST_TABLE)));
    }

    private static Set<String> logged(Path root) throws IOException {
        Set<String> events = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(LogEventsDocTest::isSource).toList()) {
                events.addAll(
                        found(LOGGED, COMMENT.matcher(Files.readString(file)).replaceAll("")));
            }
        }
        return events;
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("src/main/java") && !path.contains("/target/");
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
