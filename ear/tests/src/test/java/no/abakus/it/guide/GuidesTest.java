package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that the guides for users of other systems recommend compiles, with every import that they show. */
final class GuidesTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from-message-driven-beans.md",
                "from-celery.md",
                "from-jobrunr-and-quartz.md",
                "from-asynchronous-and-timers.md"
            })
    void what_a_guide_recommends_compiles(String document) throws Exception {
        Guide guide = Guide.of(document);
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
                                    "-d",
                                    folder.resolve("classes").toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(found))
                    .call();

            assertThat(found).hasSizeGreaterThanOrEqualTo(2);
            assertThat(compiles).as(problems.toString()).isTrue();
        }
    }
}
