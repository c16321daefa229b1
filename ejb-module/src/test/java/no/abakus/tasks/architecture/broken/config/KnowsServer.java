package no.abakus.tasks.architecture.broken.config;

/** Asks for a property of one server. */
final class KnowsServer {

    String name() {
        return System.getProperty("jboss.node.name");
    }
}
