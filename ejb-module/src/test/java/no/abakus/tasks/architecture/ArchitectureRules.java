package no.abakus.tasks.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rules, for the packages below one base. */
record ArchitectureRules(String base) {

    private static final String PARTS = ".*\\.(Publisher|Dispatch|MessageCodec|SignatureCodec|TaskClient|WorkflowStart"
            + "|WorkflowAdvance|TaskEvents|NodeMetrics|TaskRecords|RecordingTransport|Results|ResultWaiters|StandingOrders|RateLimits"
            + "|ControlCenter|Claims|Suspects|Worker|History)";

    private static final String[] INTERNAL = {
        "config",
        "database",
        "registry",
        "message",
        "routing",
        "event",
        "metrics",
        "health",
        "limit",
        "order",
        "delay",
        "history",
        "bulk",
        "publish",
        "workflow",
        "client",
        "worker",
        "control",
        "broker",
        "server",
        "module",
        "engine",
        "compression"
    };

    List<ArchRule> all() {
        return List.of(
                directions(),
                noCycles(),
                apiStandsAlone(),
                operatorsApiHasNoInside(),
                apiIsClosed(),
                jmsStaysInItsAdapter(),
                cdiSpiStaysInTheCompositionRoot(),
                ejbStaysAtTheEdges(),
                noWeb(),
                theDatabaseStaysInItsAdapter(),
                transactionsAreASeam(),
                timeAndChanceComeFromConfig(),
                theEngineMakesTheParts(),
                namesSayWhatThingsAre(),
                packagesAreConcepts());
    }

    private ArchRule directions() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("api")
                .definedBy(base)
                .layer("operate")
                .definedBy(base + ".operate..")
                .layer("spi")
                .definedBy(base + ".spi..")
                .layer("port")
                .definedBy(base + ".port..")
                .layer("jms")
                .definedBy(base + ".transport.jms..")
                .layer("jms.api")
                .definedBy(base + ".jms..")
                .layer("result")
                .definedBy(base + ".result")
                .layer("jdbc")
                .definedBy(base + ".result.jdbc..")
                .layer("crash")
                .definedBy(base + ".crash")
                .layer("crash.jdbc")
                .definedBy(base + ".crash.jdbc..")
                .layer("deployment")
                .definedBy(base + ".deployment..")
                .layer("remote")
                .definedBy(base + ".remote..");
        for (String name : INTERNAL) {
            layers = layers.layer(name).definedBy(base + "." + name + "..");
        }
        return layers.whereLayer("operate")
                .mayOnlyAccessLayers("api")
                .whereLayer("spi")
                .mayOnlyAccessLayers("api", "operate")
                .whereLayer("port")
                .mayOnlyAccessLayers("api", "spi", "operate")
                .whereLayer("config")
                .mayOnlyAccessLayers("spi")
                .whereLayer("database")
                .mayOnlyAccessLayers("api", "operate", "spi", "port")
                .whereLayer("registry")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config")
                .whereLayer("message")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config")
                .whereLayer("event")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config")
                .whereLayer("metrics")
                .mayOnlyAccessLayers("api", "operate", "spi")
                .whereLayer("health")
                .mayOnlyAccessLayers("operate", "spi", "config")
                .whereLayer("routing")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "registry")
                .whereLayer("publish")
                .mayOnlyAccessLayers(
                        "api", "operate", "spi", "port", "config", "registry", "message", "routing", "event")
                .whereLayer("limit")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database", "registry")
                .whereLayer("order")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("history")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("bulk")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("delay")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("control")
                .mayOnlyAccessLayers(
                        "api",
                        "operate",
                        "spi",
                        "port",
                        "config",
                        "registry",
                        "event",
                        "limit",
                        "order",
                        "result",
                        "worker")
                .whereLayer("server")
                .mayOnlyAccessLayers("api", "operate", "spi", "port")
                .whereLayer("broker")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "jms")
                .whereLayer("result")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "registry")
                .whereLayer("workflow")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "registry", "message", "publish")
                .whereLayer("client")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "registry", "result", "workflow")
                .whereLayer("worker")
                .mayOnlyAccessLayers(
                        "api",
                        "operate",
                        "spi",
                        "port",
                        "config",
                        "registry",
                        "message",
                        "publish",
                        "event",
                        "limit",
                        "crash",
                        "order",
                        "result",
                        "workflow")
                .whereLayer("engine")
                .mayOnlyAccessLayers(
                        "api",
                        "operate",
                        "spi",
                        "port",
                        "config",
                        "registry",
                        "message",
                        "publish",
                        "routing",
                        "event",
                        "metrics",
                        "limit",
                        "crash",
                        "order",
                        "history",
                        "result",
                        "workflow",
                        "client",
                        "control",
                        "worker",
                        "compression")
                .whereLayer("compression")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("compression")
                .mayOnlyAccessLayers("api", "spi")
                .whereLayer("module")
                .mayOnlyAccessLayers("api", "operate", "spi", "port")
                .whereLayer("jms")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "jms.api")
                .whereLayer("jms.api")
                .mayNotAccessAnyLayer()
                .whereLayer("crash")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config")
                .whereLayer("crash.jdbc")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("jdbc")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "database")
                .whereLayer("deployment")
                .mayOnlyBeAccessedByLayers("remote")
                .whereLayer("remote")
                .mayNotBeAccessedByAnyLayer()
                .as("Dependencies point one way, from the edges to the API")
                .because("a package can then be read, tested and replaced with only what lies before it in mind");
    }

    private ArchRule noCycles() {
        return slices().matching(base + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package that is hard to read");
    }

    private ArchRule apiStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(base)
                .should()
                .dependOnClassesThat(resideInAPackage(base + ".*..")
                        .or(resideInAnyPackage("jakarta.jms..", "jakarta.ejb..", "jakarta.servlet..", "java.sql..")))
                .because("a task's author must not meet the inside, nor the technology that happens to carry messages");
    }

    private ArchRule operatorsApiHasNoInside() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".operate..", base + ".spi..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + ".port..")
                        .or(resideInAnyPackage("jakarta.jms..", "jakarta.ejb..", "jakarta.servlet..", "java.sql..")))
                .because("what an application implements or calls must not change whenever an adapter does");
    }

    private ArchRule apiIsClosed() {
        return classes()
                .that()
                .resideInAnyPackage(base, base + ".operate", base + ".jms")
                .and()
                .arePublic()
                .should(beClosed())
                .because("a class that others extend cannot be changed any more");
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, a record, an enum or an interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.isEnum()
                        || type.isRecord()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(
                        type, closed, type.getName() + (closed ? " is closed" : " can be extended by anybody")));
            }
        };
    }

    private ArchRule jmsStaysInItsAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        base + ".transport.jms..",
                        base + ".broker..",
                        base + ".deployment..",
                        base + ".remote..",
                        // For messages that the application sends itself.
                        base + ".jms..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..")
                .because("tests and other brokers put another transport in its place");
    }

    private ArchRule cdiSpiStaysInTheCompositionRoot() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".deployment..", base + ".server.payara..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.enterprise.inject.spi..")
                .because(
                        "everything else, but what makes up for a server, is plain objects, put together by constructors");
    }

    private ArchRule ejbStaysAtTheEdges() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".transport.jms..", base + ".deployment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ejb..")
                .because("message-driven beans are how messages come in, and nothing else is an EJB");
    }

    private ArchRule noWeb() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..")
                .because("the task system runs in applications without web");
    }

    private ArchRule theDatabaseStaysInItsAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        base + ".result.jdbc..",
                        // What the stores have in common.
                        base + ".database..",
                        base + ".limit.jdbc..",
                        base + ".crash.jdbc..",
                        base + ".order.jdbc..",
                        base + ".delay.jdbc..",
                        base + ".history.jdbc..",
                        base + ".bulk.jdbc..",
                        base + ".deployment..",
                        // A program says which database its servers keep results in.
                        base + ".remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("the task system runs in applications without database, and tests keep results in memory");
    }

    private ArchRule transactionsAreASeam() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".transport.jms..", base + ".deployment..", base + ".server.payara..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .because("everything else says what belongs together, and a test keeps that without a container");
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
