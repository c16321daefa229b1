package no.abakus.cluster;

import java.io.IOException;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A database, a pair of brokers, and nodes that share them. Parts are stopped in the reverse order of their start, at
 * the latest when this JVM stops.
 */
public final class Cluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String BROKER_USER = "abakus";

    private final Layout layout;
    private final Secrets secrets;
    private final boolean hasDatabase;
    private final BrokerTls tls;
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private final ClusterDatabase database;
    private final ClusterBroker primary;
    private final ClusterBroker backup;

    private Cluster(Layout layout, Secrets secrets, boolean hasDatabase, BrokerTls tls) {
        this.layout = layout;
        this.secrets = secrets;
        this.hasDatabase = hasDatabase;
        this.tls = tls;
        Map<String, String> logins = Map.of(
                "ABAKUS_BROKER_USER", BROKER_USER,
                "ABAKUS_BROKER_PASSWORD", secrets.of("broker"),
                "ABAKUS_BROKER_ADMIN_PASSWORD", secrets.of("broker-admin"),
                "ABAKUS_BROKER_CLUSTER_PASSWORD", secrets.of("broker-cluster"));
        this.database = new ClusterDatabase(layout.folder().resolve("database"), layout.databasePort());
        this.primary = ClusterBroker.primary(layout, logins, tls);
        this.backup = ClusterBroker.backup(layout, logins, tls);
    }

    /** Starts the database and both brokers, with the data of earlier runs if there is any. */
    public static Cluster start(Layout layout) throws IOException, InterruptedException {
        return start(layout, true, BrokerTls.NONE);
    }

    /** Does the same as {@link #start(Layout)}, but the brokers accept TLS only. */
    public static Cluster startWithTls(Layout layout, BrokerTls tls) throws IOException, InterruptedException {
        return start(layout, true, tls);
    }

    /**
     * Starts both brokers. The variables of this process, such as {@code ABAKUS_DB_HOST}, tell the nodes where their
     * database is.
     */
    static Cluster startWithoutDatabase(Layout layout) throws IOException, InterruptedException {
        return start(layout, false, BrokerTls.NONE);
    }

    private static Cluster start(Layout layout, boolean hasDatabase, BrokerTls tls)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster(layout, Secrets.in(layout.folder()), hasDatabase, tls);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-cluster"));
        try {
            if (hasDatabase) {
                cluster.parts.push(cluster.database);
                cluster.database.start();
            }
            for (ClusterBroker broker : List.of(cluster.primary, cluster.backup)) {
                broker.create();
                cluster.parts.push(broker);
                broker.start();
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Returns a node that has not been started yet. */
    public ClusterNode node(int number, Map<String, String> environment, List<String> options) {
        return node(number, "node" + number, environment, options);
    }

    /** Returns a node that is not named after its number and has not been started yet. */
    public ClusterNode node(int number, String name, Map<String, String> environment, List<String> options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ABAKUS_BROKER_HOST",
                HOST,
                "ABAKUS_BROKER_PORT",
                String.valueOf(layout.primaryPort()),
                "ABAKUS_BROKER_BACKUP_HOST",
                HOST,
                "ABAKUS_BROKER_BACKUP_PORT",
                String.valueOf(layout.backupPort()),
                "ABAKUS_BROKER_USER",
                BROKER_USER,
                "ABAKUS_BROKER_PASSWORD",
                secrets.of("broker")));
        if (hasDatabase) {
            all.putAll(Map.of(
                    "ABAKUS_DB_HOST",
                    HOST,
                    "ABAKUS_DB_PORT",
                    String.valueOf(layout.databasePort()),
                    "ABAKUS_DB_NAME",
                    ClusterDatabase.NAME,
                    "ABAKUS_DB_USER",
                    ClusterDatabase.USER,
                    "ABAKUS_DB_PASSWORD",
                    secrets.of("database")));
        }
        all.putAll(tls.ofNode());
        all.putAll(environment);
        ClusterNode node = new ClusterNode(layout, number, name, all, options);
        parts.push(node);
        return node;
    }

    /** Returns the database. */
    public ClusterDatabase database() {
        return database;
    }

    /** Returns the broker that is active unless it has failed. */
    public ClusterBroker primary() {
        return primary;
    }

    /** Returns the broker that takes over. */
    public ClusterBroker backup() {
        return backup;
    }

    /** Returns the address of the database, for JDBC. */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + layout.databasePort() + "/" + ClusterDatabase.NAME + "?user="
                + ClusterDatabase.USER;
    }

    /** Returns a password of this cluster. The password is the same at every start. */
    String secret(String whose) {
        return secrets.of(whose);
    }

    /** Stops everything that was started, nodes first. At the end, throws if a part could not be stopped. */
    @Override
    public synchronized void close() {
        IllegalStateException failed = null;
        // An interrupt must not leave the rest of the parts running.
        boolean isInterrupted = Thread.interrupted();
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (InterruptedException e) {
                isInterrupted = true;
            } catch (Exception e) {
                failed = failed == null ? new IllegalStateException("Not everything was stopped") : failed;
                failed.addSuppressed(e);
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failed != null) {
            throw failed;
        }
    }
}
