package no.abakus.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * A separate PostgreSQL for the benchmark, to which a server can be connected. As in production, each commit waits
 * until it is on the disk.
 */
final class Postgresql implements AutoCloseable {

    /** The JNDI name of the data source in a server. */
    static final String DATA_SOURCE = "java:jboss/datasources/BenchDS";

    private static final List<String> RESOURCE = List.of("subsystem", "datasources", "xa-data-source", "BenchDS");
    private static final String DRIVER = "postgresql.jar";
    private static final int CONNECTIONS = 200;

    private final EmbeddedPostgres process;

    private Postgresql(EmbeddedPostgres process) {
        this.process = process;
    }

    static Postgresql start() throws IOException {
        return new Postgresql(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                // By default this is 0, which makes XA transactions impossible.
                .setServerConfig("max_prepared_transactions", String.valueOf(CONNECTIONS))
                .start());
    }

    /** Returns the database's address for programs outside the server. */
    String url() {
        return process.getJdbcUrl("postgres", "postgres");
    }

    /** Adds the driver and an XA data source to the server. */
    void addTo(Management management) throws IOException {
        management.execute(
                "add",
                List.of("deployment", DRIVER),
                Map.of("content", List.of(Map.of("url", driver())), "enabled", true));
        management.execute(
                "composite",
                List.of(),
                Map.of(
                        "steps",
                        List.of(
                                Map.of(
                                        "operation",
                                        "add",
                                        "address",
                                        RESOURCE,
                                        "jndi-name",
                                        DATA_SOURCE,
                                        "driver-name",
                                        DRIVER,
                                        "xa-datasource-class",
                                        "org.postgresql.xa.PGXADataSource",
                                        "user-name",
                                        "postgres",
                                        "password",
                                        "postgres",
                                        "max-pool-size",
                                        CONNECTIONS / 2),
                                property("ServerName", "localhost"),
                                property("PortNumber", String.valueOf(process.getPort())),
                                property("DatabaseName", "postgres"))));
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of(
                "operation",
                "add",
                "address",
                List.of("subsystem", "datasources", "xa-data-source", "BenchDS", "xa-datasource-properties", name),
                "value",
                value);
    }

    private static String driver() throws IOException {
        try {
            return org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("The address of the driver's jar is not valid", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
