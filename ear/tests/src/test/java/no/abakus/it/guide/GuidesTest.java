package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All code in the guides for users of other systems compiles, with exactly the imports that the guides show. This
 * includes the users' code before the change and after it.
 */
final class GuidesTest {

    /** Its code "before" is Python. */
    private static final String PYTHON = "from-celery.md";

    /** Quartz and JobRunr. */
    private static final Path LIBRARIES = Path.of("target/guide-libraries");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from-message-driven-beans.md",
                PYTHON,
                "from-jobrunr-and-quartz.md",
                "from-asynchronous-and-timers.md"
            })
    void the_code_of_a_guide_compiles(String document) throws Exception {
        Guide guide = Guide.of(document);
        assertThat(guide.files().keySet().stream().anyMatch(path -> path.startsWith("before/")))
                .isEqualTo(!document.equals(PYTHON));
        for (String path : guide.files().keySet()) {
            guide.write(
                    path.substring(0, path.indexOf('/')), folder.resolve(path).getParent());
        }
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> found =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            boolean compiles = COMPILER.getTask(
                            problems,
                            files,
                            null,
                            List.of(
                                    "-parameters",
                                    "-proc:none",
                                    "-classpath",
                                    classPath(),
                                    "-d",
                                    folder.resolve("classes").toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(found))
                    .call();

            assertThat(found).hasSizeGreaterThanOrEqualTo(2);
            assertThat(compiles).as(problems.toString()).isTrue();
        }
    }

    /** Returns the class path of this test with the libraries. */
    private static String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            return Stream.concat(
                            Stream.of(System.getProperty("java.class.path")),
                            libraries.map(Path::toString).filter(name -> name.endsWith(".jar")))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
