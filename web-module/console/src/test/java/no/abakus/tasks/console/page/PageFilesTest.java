package no.abakus.tasks.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private static final String DOCUMENT = "<link href=\"page/@version@/a.css\">@modules@";

    @Test
    void the_document_names_every_module_that_loads_with_it_under_the_version_of_all_files() throws IOException {
        PageFiles files = files(Map.of(
                "index.html",
                DOCUMENT,
                "a.css",
                "a{}",
                "js/main.js",
                "import { y } from './y.js';\n",
                "js/y.js",
                "import {\n    x,\n} from './parts/x.js';\nexport const y = x;\n",
                "js/parts/x.js",
                "export { y } from '../y.js';\n"));

        assertThat(text(files, "/"))
                .isEqualTo(
                        """
                        <link href="page/V/a.css"><link rel="modulepreload" href="page/V/js/main.js">
                        <link rel="modulepreload" href="page/V/js/parts/x.js">
                        <link rel="modulepreload" href="page/V/js/y.js">\
                        """
                                .replace("V", files.version()));
        assertThat(text(files, "/page/" + files.version() + "/js/parts/x.js")).startsWith("export");
    }

    @Test
    void a_module_that_is_loaded_later_is_there_but_not_loaded_first() throws IOException {
        String main = "const later = () => import('./later/x.js');\n";
        PageFiles first = files(Map.of("index.html", DOCUMENT, "js/main.js", main));
        PageFiles files = files(Map.of("index.html", DOCUMENT, "js/main.js", main, "js/later/x.js", "2".repeat(99)));

        assertThat(text(files, "/page/" + files.version() + "/js/later/x.js")).startsWith("2");
        assertThat(text(files, "/")).contains("js/main.js").doesNotContain("later");
        assertThat(files.weight()).isCloseTo(first.weight(), within(20));
        assertThat(files.wholeWeight()).isGreaterThan(files.weight());
    }

    @Test
    void the_first_page_counts_although_the_document_does_not_wait_for_it() throws IOException {
        PageFiles files = files(Map.of("index.html", DOCUMENT, "js/main.js", "1", "js/pages/overview.js", "2"));

        assertThat(text(files, "/")).doesNotContain("overview");
        assertThat(files.weight()).isEqualTo(files.wholeWeight());
    }

    @Test
    void any_change_gives_another_version() throws IOException {
        PageFiles one = files(Map.of("index.html", DOCUMENT, "a.css", "a{}"));

        assertThat(files(Map.of("index.html", DOCUMENT, "a.css", "b{}")).version())
                .isNotEqualTo(one.version());
        assertThat(files(Map.of("index.html", DOCUMENT, "b.css", "a{}")).version())
                .isNotEqualTo(one.version());
        assertThat(files(Map.of("index.html", DOCUMENT + " ", "a.css", "a{}")).version())
                .isNotEqualTo(one.version());
    }

    @Test
    void a_file_of_another_release_is_found_but_not_kept() throws IOException {
        PageFiles files = files(Map.of("index.html", DOCUMENT, "a.css", "a{}"));

        assertThat(files.at("/page/0123456789abcdef/a.css"))
                .hasValueSatisfying(found -> assertThat(found.lasting()).isFalse());
        assertThat(files.at("/page/" + files.version() + "/a.css"))
                .hasValueSatisfying(found -> assertThat(found.lasting()).isTrue());
        assertThat(files.at("/"))
                .hasValueSatisfying(found -> assertThat(found.lasting()).isFalse());
    }

    @Test
    void nothing_else_is_there() throws IOException {
        PageFiles files = files(Map.of("index.html", DOCUMENT, "a.css", "a{}"));

        for (String path : new String[] {
            "",
            "/index.html",
            "/a.css",
            "/page/",
            "/page/a.css",
            "/page/" + files.version() + "/",
            "/page/x/a.css",
            "/page/" + files.version() + "/../a.css",
            "/WEB-INF/page/a.css",
            "/WEB-INF/beans.xml"
        }) {
            assertThat(files.at(path)).as(path).isEmpty();
        }
    }

    @Test
    void an_archive_without_the_document_says_so() {
        assertThatThrownBy(() -> files(Map.of("a.css", "a{}"))).hasMessageContaining("/WEB-INF/page/index.html");
    }

    private static String text(PageFiles files, String path) {
        return new String(files.at(path).orElseThrow().file().plain(), StandardCharsets.UTF_8);
    }

    private static PageFiles files(Map<String, String> contents) throws IOException {
        Map<String, String> paths = new LinkedHashMap<>();
        contents.forEach((name, content) -> paths.put(PageFiles.FOLDER + name, content));
        return PageFiles.read(
                folder -> listed(folder, paths.keySet()),
                path -> new ByteArrayInputStream(paths.get(path).getBytes(StandardCharsets.UTF_8)));
    }

    /** As a servlet container lists a folder. */
    private static Set<String> listed(String folder, Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> {
                    int slash = path.indexOf('/', folder.length());
                    return slash < 0 ? path : path.substring(0, slash + 1);
                })
                .collect(Collectors.toSet());
    }
}
