package no.abakus.tasks.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How parts are made and named, and where time and chance come from. */
record CodeRules(String base) {

    private static final String PARTS = ".*\\.(Publisher|Dispatch|MessageCodec|SignatureCodec|TaskClient|WorkflowStart"
            + "|WorkflowAdvance|TaskEvents|NodeMetrics|TaskRecords|RecordingTransport|Results|ResultWaiters|StandingOrders|RateLimits"
            + "|ControlCenter|Claims|Suspects|Worker|History)";

    List<ArchRule> all() {
        return List.of(
                timeAndChanceComeFromConfig(),
                theEngineMakesTheParts(),
                namesSayWhatThingsAre(),
                packagesAreConcepts());
    }

    private ArchRule timeAndChanceComeFromConfig() {
        return noClasses()
                .that(resideInAPackage(base + "..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                nameMatching(".*\\.config\\.(SystemClock|Ids)"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a test sets the clock and foresees the ids, and nothing of ours waits by sleeping");
    }

    /** The rule of the engine; the workbench of the tests keeps it as well. */
    ArchRule theEngineMakesTheParts() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".engine..")
                .should()
                .callConstructorWhere(
                        JavaCall.Predicates.target(HasOwner.Predicates.With.<JavaClass>owner(nameMatching(PARTS))))
                .because(
                        "a container, a program outside and a test then run the same assembly, and a part that is added"
                                + " to it reaches all three");
    }

    private ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says that nobody knew what the class is");
    }

    private ArchRule packagesAreConcepts() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..")
                .because("a package is named by its concept, and these are none");
    }
}
