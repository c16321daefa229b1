package no.abakus.tasks.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar has everything that a sender reaches, nothing that a server would find, and not much else. */
class SendersJarTest {

    private static final Path FOLDER = Path.of("target/classes");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(FOLDER);
    private static final String OURS = "no.abakus.tasks.";

    /** Where a sender begins. */
    private static final Set<String> ENTRANCES =
            Set.of("no.abakus.tasks", "no.abakus.tasks.spi", "no.abakus.tasks.remote");

    /** Annotations that make a class a bean or a message-driven bean, even in an archive without a descriptor. */
    private static final List<String> FOUND_BY_SERVERS = List.of(
            "jakarta.enterprise.context.",
            "jakarta.ejb.MessageDriven",
            "jakarta.ejb.Singleton",
            "jakarta.ejb.Stateless",
            "jakarta.ejb.Stateful",
            "jakarta.inject.Singleton",
            "jakarta.decorator.");

    private static final String INTERCEPTOR = "jakarta.interceptor.Interceptor";

    /** The classes of the task system have 3.1 MB. */
    private static final long MOST_BYTES = 2_000_000;

    @Test
    void whatever_a_sender_reaches_is_there() {
        Set<String> seen = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        Deque<JavaClass> todo = new ArrayDeque<>();
        CLASSES.stream().filter(one -> ENTRANCES.contains(one.getPackageName())).forEach(todo::add);
        assertThat(todo).hasSizeGreaterThan(50);
        while (!todo.isEmpty()) {
            JavaClass one = todo.pop();
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String name = dependency.getTargetClass().getBaseComponentType().getName();
                if (!name.startsWith(OURS) || !seen.add(name)) {
                    continue;
                }
                if (CLASSES.contain(name)) {
                    todo.add(CLASSES.get(name));
                } else {
                    missing.add(name + ", for " + one.getName());
                }
            }
        }

        assertThat(missing)
                .as("classes that the excludes of the pom leave out, although a sender needs them")
                .isEmpty();
    }

    @Test
    void a_server_finds_nothing_in_it() throws IOException {
        assertThat(CLASSES.stream().filter(SendersJarTest::isFoundByServers).map(JavaClass::getName))
                .isEmpty();
        try (Stream<Path> files = Files.list(FOLDER.resolve("META-INF"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("abakus-tasks-api");
        }
    }

    private static boolean isFoundByServers(JavaClass one) {
        return one.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .anyMatch(name ->
                        name.equals(INTERCEPTOR) || FOUND_BY_SERVERS.stream().anyMatch(name::startsWith));
    }

    @Test
    void it_is_about_half_of_the_task_system() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(SendersJarTest::size)
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
