package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import no.abakus.tasks.config.StartupProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The senders' jar has classes of the task system, so an archive may have only one of the two. */
class SendersJarTest {

    private final StartupProblems problems = new StartupProblems();

    @Test
    void beside_the_task_system_it_stops_the_start(@TempDir Path folder) throws Exception {
        Path mark = folder.resolve("META-INF/abakus-tasks-api");
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, "as in the jar");

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            SendersJar.check(loader, problems);
        }

        assertThat(problems.report()).contains("Remove abakus-tasks-api");
    }

    @Test
    void an_archive_without_it_starts() {
        SendersJar.check(getClass().getClassLoader(), problems);

        assertThat(problems.isEmpty()).isTrue();
    }
}
