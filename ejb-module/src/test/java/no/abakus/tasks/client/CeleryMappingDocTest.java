package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.abakus.tasks.TaskOption;
import org.junit.jupiter.api.Test;

/** The table for Celery users is complete, and each of its rows names an existing test. */
class CeleryMappingDocTest {

    private static final Path PAGE = Path.of("docs", "celery-mapping.md");
    private static final Pattern REFERENCE = Pattern.compile("^\\[(\\w+)]: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[(\\w+)](?:\\(([^)]+)\\))?");

    private static final Pattern SECTION =
            Pattern.compile("^- \\*\\*([^*]+)\\*\\*: (here: |not here, because )\\S", Pattern.MULTILINE);
    private static final List<String> PAGES_OF_THE_GUIDE = List.of(
            "Application",
            "Tasks",
            "Calling Tasks",
            "Canvas",
            "Workers",
            "Daemonization",
            "Periodic Tasks",
            "Routing Tasks",
            "Monitoring",
            "Security",
            "Optimizing",
            "Debugging",
            "Concurrency",
            "Signals",
            "Testing",
            "Extensions and Bootsteps",
            "Configuration and defaults",
            "Documenting Tasks with Sphinx");

    private final String text = Files.readString(PAGE);
    private final Map<String, String> references = REFERENCE
            .matcher(text)
            .results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    private final List<String> rows = text.lines()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| Celery |"))
            .toList();

    CeleryMappingDocTest() throws IOException {}

    @Test
    void every_row_names_a_test_that_is_there() {
        assertThat(rows).hasSizeGreaterThan(60).allSatisfy(row -> {
            String tests = row.split("\\|", -1)[4];
            List<MatchResult> links = LINK.matcher(tests).results().toList();
            assertThat(links).as(row).isNotEmpty().allSatisfy(link -> {
                String target = link.group(2) != null ? link.group(2) : references.get(link.group(1));
                assertThat(target).as(link.group()).isNotNull();
                assertThat(PAGE.resolveSibling(target).normalize()).exists();
            });
        });
    }

    @Test
    void every_option_of_a_call_has_a_row() {
        assertThat(TaskOption.all())
                .extracting(TaskOption::optionName)
                .filteredOn(option -> !option.equals("group"))
                .allSatisfy(option -> assertThat(rows)
                        .as(option)
                        .anyMatch(row -> row.split("\\|", -1)[1].contains('`' + option + '`')));
    }

    @Test
    void every_page_of_celerys_guide_has_its_sections_here_or_a_reason_why_not() {
        List<String> sections =
                SECTION.matcher(text).results().map(match -> match.group(1)).toList();

        assertThat(text.lines().filter(line -> line.startsWith("- **"))).hasSameSizeAs(sections);
        assertThat(sections).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(sections.stream().map(section -> section.split(":", 2)[0]).distinct())
                .containsExactlyElementsOf(PAGES_OF_THE_GUIDE);
    }
}
