package no.abakus.tasks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each technology stays in the packages that adapt to it. */
record AdapterRules(String base) {

    List<ArchRule> all() {
        return List.of(
                jmsStaysInItsAdapter(),
                cdiSpiStaysInTheCompositionRoot(),
                ejbStaysAtTheEdges(),
                noWeb(),
                theDatabaseStaysInItsAdapter(),
                transactionsAreASeam());
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
                        // The code that the stores share.
                        base + ".database..",
                        base + ".limit.jdbc..",
                        base + ".crash.jdbc..",
                        base + ".order.jdbc..",
                        base + ".delay.jdbc..",
                        base + ".history.jdbc..",
                        base + ".bulk.jdbc..",
                        base + ".deployment..",
                        // A program names the database in which its servers store results.
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
}
