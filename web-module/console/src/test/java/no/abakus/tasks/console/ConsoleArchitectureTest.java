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
import no.abakus.tasks.config.TaskSystemConfig;
import org.junit.jupiter.api.Test;

/** The console is a user of the task system like any other: it knows the API, and nothing of the inside. */
class ConsoleArchitectureTest {

    private static final String CONSOLE = "no.abakus.tasks.console..";

    private static final DescribedPredicate<JavaClass> INSIDE_OF_THE_TASK_SYSTEM = resideInAPackage("no.abakus.tasks..")
            .and(DescribedPredicate.not(
                    resideInAnyPackage("no.abakus.tasks", "no.abakus.tasks.operate", "no.abakus.tasks.spi", CONSOLE)));

    private static final ArchRule IMPORTS_THE_API_ALONE =
            noClasses().that().resideInAPackage(CONSOLE).should().dependOnClassesThat(INSIDE_OF_THE_TASK_SYSTEM);

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

    /** A class of the inside, as somebody might use it. */
    static final class Intruder {
        TaskSystemConfig config;
    }

    @Test
    void the_rule_notices_an_import_of_the_inside() {
        JavaClasses intruder = new ClassFileImporter().importClasses(Intruder.class);

        assertThat(IMPORTS_THE_API_ALONE.evaluate(intruder).hasViolation()).isTrue();
    }
}
