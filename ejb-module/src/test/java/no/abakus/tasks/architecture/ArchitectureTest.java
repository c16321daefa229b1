package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.abakus.tasks.deployment.RemoteSystem;
import no.abakus.tasks.deployment.TaskSystem;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.SendingEngine;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code keeps to the architecture, and the rules would notice if it did not. */
class ArchitectureTest {

    private static final String CODE = "no.abakus.tasks";
    private static final String BROKEN = "no.abakus.tasks.architecture.broken";
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final JavaClasses CODE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CODE);
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN);

    static List<ArchRule> rules() {
        return new ArchitectureRules(CODE).all();
    }

    static List<ArchRule> rulesForBrokenCode() {
        return new ArchitectureRules(BROKEN).all();
    }

    @Test
    void all_of_the_code_is_looked_at() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            long sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .count();

            assertThat(CODE_CLASSES.size()).isGreaterThanOrEqualTo((int) sources);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_the_rule(ArchRule rule) {
        rule.check(CODE_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rulesForBrokenCode")
    void the_rule_notices_broken_code(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN_CLASSES).hasViolation()).isTrue();
    }

    @Test
    void a_container_a_program_outside_and_the_workbench_run_the_same_assembly() {
        JavaClasses workbench = new ClassFileImporter()
                .importPackagesOf(Workbench.class)
                .that(DescribedPredicate.describe(
                        "the workbench", type -> type.getSimpleName().matches("Workbench(Parts)?|Surroundings")));

        assertThat(workbench).hasSize(3);
        new CodeRules(CODE).theEngineMakesTheParts().check(workbench);
        assertThat(CODE_CLASSES.get(TaskSystem.class).getDirectDependenciesFromSelf())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Engine.class));
        assertThat(CODE_CLASSES.get(RemoteSystem.class).getDirectDependenciesFromSelf())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(SendingEngine.class));
        assertThat(workbench.get(Workbench.class).getDirectDependenciesFromSelf())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Engine.class));
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> silent = files.filter(Files::isDirectory)
                    .filter(ArchitectureTest::holdsSources)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();

            assertThat(silent).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "operate", "spi", "remote", "transport/jms"})
    void a_package_for_applications_says_whether_it_is_stable(String name) throws IOException {
        Path folder = SOURCES.resolve("no/abakus/tasks").resolve(name);

        assertThat(Files.readString(folder.resolve("package-info.java"))).containsIgnoringCase("stable");
    }

    private static boolean holdsSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
