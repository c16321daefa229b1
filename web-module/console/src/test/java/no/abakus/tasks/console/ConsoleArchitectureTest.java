package no.abakus.tasks.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.console.time.ConsoleClock;
import org.junit.jupiter.api.Test;

/** The console is a user of the task system like any other: it uses the API, and no internal types. */
class ConsoleArchitectureTest {

    private static final String CONSOLE = "no.abakus.tasks.console..";

    private static final DescribedPredicate<JavaClass> INSIDE_OF_THE_TASK_SYSTEM = resideInAPackage("no.abakus.tasks..")
            .and(DescribedPredicate.not(
                    resideInAnyPackage("no.abakus.tasks", "no.abakus.tasks.operate", "no.abakus.tasks.spi", CONSOLE)));

    private static final ArchRule IMPORTS_THE_API_ALONE =
            noClasses().that().resideInAPackage(CONSOLE).should().dependOnClassesThat(INSIDE_OF_THE_TASK_SYSTEM);

    /** Bodies are records, maps and lists: only the provider of abakus-web-rest knows how they become JSON. */
    private static final ArchRule HAS_NO_JACKSON_TYPES = noClasses()
            .that()
            .resideInAPackage(CONSOLE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("no.abakus.jackson..", "com.fasterxml.jackson.."));

    /** A server registers a marked class wherever it finds it; ConsoleApi lists the console's. */
    private static final ArchRule LISTS_ITS_PROVIDERS =
            noClasses().that().resideInAPackage(CONSOLE).should().beAnnotatedWith(Provider.class);

    /** All parts of an answer are of one instant, which a test can set. */
    private static final ArchRule READS_ITS_OWN_CLOCK = noClasses()
            .that()
            .resideInAPackage(CONSOLE)
            .and()
            .doNotHaveFullyQualifiedName(ConsoleClock.class.getName())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private final JavaClasses console = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.abakus.tasks.console");

    @Test
    void it_imports_the_api_alone() {
        IMPORTS_THE_API_ALONE.check(console);
    }

    @Test
    void its_packages_have_no_cycle() {
        slices().matching("no.abakus.tasks.console.(*)..")
                .should()
                .beFreeOfCycles()
                .check(console);
    }

    @Test
    void it_has_no_types_of_jackson() {
        HAS_NO_JACKSON_TYPES.check(console);
    }

    @Test
    void it_lists_its_providers() {
        LISTS_ITS_PROVIDERS.check(console);
    }

    @Test
    void it_reads_its_own_clock() {
        READS_ITS_OWN_CLOCK.check(console);
    }

    /** An internal class, as a mistake might use it. */
    @Provider
    static final class Intruder {
        TaskSystemConfig config;
        JsonNode body;
        Instant made = Instant.now();
    }

    @Test
    void each_rule_notices_what_it_forbids() {
        JavaClasses intruder = new ClassFileImporter().importClasses(Intruder.class);

        assertThat(IMPORTS_THE_API_ALONE.evaluate(intruder).hasViolation()).isTrue();
        assertThat(HAS_NO_JACKSON_TYPES.evaluate(intruder).hasViolation()).isTrue();
        assertThat(LISTS_ITS_PROVIDERS.evaluate(intruder).hasViolation()).isTrue();
        assertThat(READS_ITS_OWN_CLOCK.evaluate(intruder).hasViolation()).isTrue();
    }
}
