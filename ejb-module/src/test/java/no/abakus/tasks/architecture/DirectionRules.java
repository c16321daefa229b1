package no.abakus.tasks.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** Which package may use which. */
record DirectionRules(String base) {

    private static final String[] INTERNAL = {
        "config",
        "database",
        "registry",
        "message",
        "routing",
        "event",
        "tracing",
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
        return List.of(directions(), noCycles());
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
                .whereLayer("tracing")
                .mayOnlyAccessLayers("api", "operate", "spi")
                .whereLayer("metrics")
                .mayOnlyAccessLayers("api", "operate", "spi")
                .whereLayer("health")
                .mayOnlyAccessLayers("operate", "spi", "config")
                .whereLayer("routing")
                .mayOnlyAccessLayers("api", "operate", "spi", "port", "config", "registry")
                .whereLayer("publish")
                .mayOnlyAccessLayers(
                        "api", "operate", "spi", "port", "config", "registry", "message", "routing", "event", "tracing")
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
                        "tracing",
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
                        "tracing",
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
                .mayOnlyAccessLayers("api", "spi", "config")
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
}
