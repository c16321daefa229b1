package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another build of the same sources, in another folder and at another time, produces the same bytes. */
@Tag("by-hand") // It builds the whole project again, which takes minutes.
final class ReproducibleBuildIT {

    private static final Set<String> NOT_SOURCES = Set.of("target", ".git");

    @Test
    void each_artifact_has_the_bytes_of_this_build(@TempDir Path folder) throws Exception {
        Path project = Path.of(System.getProperty("abakus.project")).toRealPath();
        copy(project, folder);
        build(folder);

        List<Path> artifacts = artifacts(folder);
        assertThat(artifacts)
                .extracting(artifact -> artifact.getFileName().toString())
                .anyMatch(name -> name.startsWith("abakus-tasks-0"))
                .anyMatch(name -> name.startsWith("abakus-jackson-formats-0"))
                .anyMatch(name -> name.startsWith("abakus-console-0"))
                .anyMatch(name -> name.startsWith("abakus-archetype-0"));
        for (Path artifact : artifacts) {
            Path twin = project.resolve(folder.relativize(artifact));
            assertThat(Files.mismatch(artifact, twin))
                    .as("the first byte in which %s differs from %s; -1 is none", artifact, twin)
                    .isEqualTo(-1);
        }
    }

    private static void copy(Path project, Path into) throws IOException {
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(source.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(into.resolve(project.relativize(source)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Files.copy(source, into.resolve(project.relativize(source)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void build(Path folder) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(
                        Path.of(System.getProperty("abakus.maven"), "bin", "mvn")
                                .toString(),
                        "-B",
                        "-o",
                        "-q",
                        "-Dmaven.repo.local=" + System.getProperty("abakus.repository"),
                        "-Pdist",
                        "package",
                        "-am",
                        "-pl",
                        "ejb-module/testing,ejb-module/microprofile-health,web-module/console,web-module/cli,ear/archetype")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(maven.waitFor()).as(output).isZero();
    }

    private static List<Path> artifacts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(file -> file.getFileName().toString().matches("abakus-.*\\.(jar|war)"))
                    .filter(file -> file.getParent().getFileName().toString().equals("target"))
                    .toList();
        }
    }
}
