package no.abakus.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** The PostgreSQL of a cluster. Its binaries come from Maven Central. */
final class ClusterDatabase implements AutoCloseable {

    static final String USER = "postgres";
    static final String NAME = "postgres";

    /**
     * Enough for six nodes with 48 connections each, and PostgreSQL's own connections. XA needs as many prepared
     * transactions.
     */
    private static final String CONNECTIONS = "310";

    private final EmbeddedPostgres running;

    private ClusterDatabase(EmbeddedPostgres running) {
        this.running = running;
    }

    static ClusterDatabase start(Path folder, int port) throws IOException {
        return new ClusterDatabase(EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", CONNECTIONS)
                .setServerConfig("max_prepared_transactions", CONNECTIONS)
                // As in production; by default the library switches both off.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start());
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
