package no.abakus.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of a cluster are.
 *
 * @param scripts the folder {@code server-config} of the project
 * @param home the provisioned server, which stays as it is: a WildFly with the {@link #CONFIGURATION}, or a Payara with
 *     the parts {@code cluster} and {@code shared-default-database}
 * @param artemis the unpacked Artemis; it stays as it is
 * @param archive the application that every node deploys
 * @param folder the folder for data, configuration and log lines of all parts
 * @param portOffset the number added to all ports
 */
public record Layout(Path scripts, Path home, Path artemis, Path archive, Path folder, int portOffset) {

    /** The configuration of a node, in WildFly's folder of configurations. */
    static final String CONFIGURATION = "standalone-cluster.xml";

    private static final int PRIMARY = 61616;
    private static final int BACKUP = 61617;
    /** Not 5432, because another PostgreSQL on the machine may listen there. */
    private static final int DATABASE = 25432;

    private static final int BETWEEN_NODES = 100;

    /** Returns whether the nodes are Payaras. */
    boolean isPayara() {
        return Files.isDirectory(home.resolve("glassfish"));
    }

    /** Returns the port of the broker that is active unless it has failed. */
    public int primaryPort() {
        return PRIMARY + portOffset;
    }

    /** Returns the port of the broker that takes over. */
    public int backupPort() {
        return BACKUP + portOffset;
    }

    /** Returns the port of the database. */
    public int databasePort() {
        return DATABASE + portOffset;
    }

    /** Returns the port offset of a node. The first node has the number 1. */
    int nodeOffset(int number) {
        return portOffset + BETWEEN_NODES * (number - 1);
    }
}
