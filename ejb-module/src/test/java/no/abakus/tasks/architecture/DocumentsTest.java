package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents show what they mean: their tables are whole, and their links lead to files that exist. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> NO_SOURCES = Set.of("target", ".git");
    private static final Pattern BELOW_THE_TITLES = Pattern.compile("\\|[\\s:|-]+\\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NO_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** A blank line in a table makes everything below it plain text. */
    @ParameterizedTest
    @MethodSource("documents")
    void each_table_begins_with_its_titles(Path document) throws IOException {
        List<String> lines = withoutCode(document);
        for (int i = 0; i < lines.size(); i++) {
            boolean begins =
                    lines.get(i).startsWith("|") && (i == 0 || !lines.get(i - 1).startsWith("|"));
            if (begins) {
                assertThat(i + 1 < lines.size() ? lines.get(i + 1) : "")
                        .as("the line below: %s", lines.get(i))
                        .matches(BELOW_THE_TITLES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_link_leads_to_a_file_that_exists(Path document) throws IOException {
        String text = String.join("\n", withoutCode(document));

        assertThat(LINK.matcher(text).results().map(match -> match.group(1)))
                .allSatisfy(
                        target -> assertThat(document.resolveSibling(target)).exists());
    }

    private static List<String> withoutCode(Path document) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean isCode = false;
        for (String line : Files.readAllLines(document)) {
            if (line.strip().startsWith("```")) {
                isCode = !isCode;
            } else if (!isCode) {
                lines.add(line);
            }
        }
        return lines;
    }
}
