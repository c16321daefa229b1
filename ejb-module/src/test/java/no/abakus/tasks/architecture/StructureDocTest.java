package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers find every package and every document, and know which packages they may rely on. */
class StructureDocTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = Path.of("docs");
    private static final Path TASKS = Path.of("src", "main", "java", "no", "abakus", "tasks");

    private static final Pattern NAMED = Pattern.compile("`…\\.([a-z.]+)`");
    private static final Pattern SAID = Pattern.compile("\\b(is|not) stable\\b");

    /** The packages that applications import. */
    private static final List<String> EXPORTED = List.of(
            "ejb-module/src/main/java/no/abakus/tasks",
            "ejb-module/src/main/java/no/abakus/tasks/operate",
            "ejb-module/src/main/java/no/abakus/tasks/spi",
            "ejb-module/src/main/java/no/abakus/tasks/jms",
            "ejb-module/src/main/java/no/abakus/tasks/remote",
            "ejb-module/src/main/java/no/abakus/tasks/transport/jms",
            "ejb-module/testing/src/main/java/no/abakus/tasks/testing",
            "ejb-module/opentelemetry/src/main/java/no/abakus/tasks/opentelemetry",
            "server-config/logging/src/main/java/no/abakus/logging",
            "web-module/rest/src/main/java/no/abakus/web/body",
            "web-module/rest/src/main/java/no/abakus/web/json",
            "web-module/rest/src/main/java/no/abakus/web/login",
            "web-module/rest/src/main/java/no/abakus/web/problem");

    @Test
    void the_table_of_packages_names_those_that_exist() throws IOException {
        String text = Files.readString(DOCS.resolve("architecture.md"));
        int begin = text.indexOf("## Packages of the task system");
        String table = text.substring(begin, text.indexOf("## Applications", begin));
        Set<String> named = new TreeSet<>();
        NAMED.matcher(table).results().forEach(match -> named.add(match.group(1)));

        assertThat(named).isEqualTo(packages());
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> all = Files.walk(TASKS)) {
            return all.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> nameOf(file.getParent()))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String nameOf(Path folder) {
        return TASKS.relativize(folder).toString().replace(File.separatorChar, '.');
    }

    @Test
    void the_readme_names_every_document() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> documents = documents();

        assertThat(documents).hasSizeGreaterThan(20);
        for (String name : documents) {
            assertThat(readme).contains("(ejb-module/docs/" + name + ")");
        }
    }

    private static List<String> documents() throws IOException {
        try (Stream<Path> all = Files.list(DOCS)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .toList();
        }
    }

    @Test
    void each_package_for_applications_says_whether_it_is_stable() throws IOException {
        for (String folder : EXPORTED) {
            String text = Files.readString(ROOT.resolve(folder).resolve("package-info.java"));
            assertThat(text).as(folder).containsPattern(SAID);
        }
    }
}
