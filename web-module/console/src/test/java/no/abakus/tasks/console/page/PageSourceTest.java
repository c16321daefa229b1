package no.abakus.tasks.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page as it is delivered: small, complete, and within its own policy. */
class PageSourceTest {

    private static final int MOST_BYTES = 60_000;
    private static final int MOST_BYTES_IN_ALL = 90_000;

    /** A browser has six connections to a server, and each round costs the time to the server and back. */
    private static final int MOST_BEFORE_SIGN_IN = 3 * 6;

    private static final Pattern AWAITED = Pattern.compile("rel=\"(?:modulepreload|stylesheet)\"");

    private static final Path SOURCES = Path.of("src/main/webapp", PageFiles.FOLDER);
    private static final Path LIBRARIES = Path.of("target/page-libraries");
    private static final Pattern IMPORT = Pattern.compile("^(?:import|export)[^;]* from '([^']+)';", Pattern.MULTILINE);

    private static final Pattern LATER_IMPORT = Pattern.compile("import\\(\\s*'([^']+)'\\s*\\)");

    /** Code that the policy forbids, code that would run text, and addresses of other sites. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\\.write|\\beval\\(|new Function"
                    + "|\\sstyle=|\\son[a-z]+=[\"']|https?://(?!www\\.w3\\.org/2000/svg)");

    @Test
    void a_first_visit_loads_at_most_60_kB() throws IOException {
        assertThat(files().weight()).isLessThan(MOST_BYTES);
        assertThat(files().wholeWeight()).isLessThan(MOST_BYTES_IN_ALL);
    }

    @Test
    void the_sign_in_waits_for_three_rounds_of_files() throws IOException {
        String document = new String(files().at("/").orElseThrow().file().plain(), StandardCharsets.UTF_8);

        assertThat(AWAITED.matcher(document).results()).hasSizeLessThanOrEqualTo(MOST_BEFORE_SIGN_IN);
        assertThat(document).contains("js/frame.js").doesNotContain("js/pages/tasks.js");
    }

    @Test
    void every_module_imports_files_that_are_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path module : sources(".js")) {
            for (MatchResult found : imports(module)) {
                Path imported = module.resolveSibling(found.group(1)).normalize();
                Path library = SOURCES.resolve("lib/preact.js").normalize();
                boolean there = imported.equals(library)
                        ? Files.exists(LIBRARIES.resolve("preact.js"))
                        : Files.exists(imported);
                if (!there) {
                    missing.add(module + " imports " + found.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /**
     * A single import of such a module would load it with the document, although the size of the document does not
     * include it.
     */
    @Test
    void what_is_loaded_later_is_imported_by_nothing_that_is_loaded_at_first() throws IOException {
        Path later = SOURCES.resolve("js/later").normalize();
        List<String> early = new ArrayList<>();
        for (Path module : sources(".js")) {
            if (!module.normalize().startsWith(later)) {
                IMPORT.matcher(Files.readString(module))
                        .results()
                        .filter(found -> module.resolveSibling(found.group(1))
                                .normalize()
                                .startsWith(later))
                        .forEach(found -> early.add(module + " imports " + found.group(1)));
            }
        }

        assertThat(early).isEmpty();
        assertThat(sources(".js")).anyMatch(module -> module.normalize().startsWith(later));
    }

    private static List<MatchResult> imports(Path module) throws IOException {
        String text = Files.readString(module);
        return Stream.concat(
                        IMPORT.matcher(text).results(),
                        LATER_IMPORT.matcher(text).results())
                .toList();
    }

    @Test
    void nothing_breaks_the_policy_or_comes_from_elsewhere() throws IOException {
        for (Path source : sources("")) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(FORBIDDEN);
        }
    }

    @Test
    void the_library_is_the_one_with_preact_inside() throws IOException {
        assertThat(Files.readString(LIBRARIES.resolve("preact.js")))
                .contains("as html", "as render")
                .doesNotContain("import");
    }

    private static List<Path> sources(String end) throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .toList();
        }
    }

    private static PageFiles files() throws IOException {
        return PageFiles.read(PageSourceTest::listed, PageSourceTest::opened);
    }

    private static Set<String> listed(String folder) {
        if (folder.equals(PageFiles.FOLDER + "lib/")) {
            return Set.of(folder + "preact.js");
        }
        try (Stream<Path> children = Files.list(Path.of("src/main/webapp", folder))) {
            Set<String> paths = children.map(
                            child -> folder + child.getFileName() + (Files.isDirectory(child) ? "/" : ""))
                    .collect(Collectors.toSet());
            if (folder.equals(PageFiles.FOLDER)) {
                paths.add(folder + "lib/");
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream opened(String path) {
        try {
            return Files.newInputStream(
                    path.startsWith(PageFiles.FOLDER + "lib/")
                            ? LIBRARIES.resolve(Path.of(path).getFileName())
                            : Path.of("src/main/webapp", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
