package no.abakus.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL of a cluster. Its binaries come from Maven Central. */
public final class ClusterDatabase implements AutoCloseable {

    static final String USER = "postgres";
    static final String NAME = "postgres";

    /**
     * The maximum number of connections: 48 for each of six nodes, and a reserve. XA needs the same number of prepared
     * transactions.
     */
    private static final String CONNECTIONS = "310";

    /** After a crash, the database first replays its log. */
    private static final Duration BOOT = Duration.ofMinutes(1);

    private static final long BETWEEN_LOOKS_MILLIS = 50;
    private static final int MOST_LOOKS = 200;

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    ClusterDatabase(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts the database, with the data of earlier runs if there is any. */
    public void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(BOOT)
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                // The cluster stops its database itself, after the nodes.
                .setRegisterShutdownHook(false)
                // The nodes use TCP. The lock file of a Unix socket would remain after a kill.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", CONNECTIONS)
                .setServerConfig("max_prepared_transactions", CONNECTIONS)
                // As in production; by default the library switches both off.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    /** Kills all processes of the database, as if its machine had crashed. */
    public void kill() throws IOException, InterruptedException {
        Path holder = folder.resolve("postmaster.pid");
        ProcessHandle first = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(holder).get(0).strip()))
                .orElseThrow(() -> new IOException("The database in " + folder + " is not running"));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(first), first.descendants()).toList();
        // The first process is killed first, because it would restart the others.
        all.forEach(ProcessHandle::destroyForcibly);
        for (int looks = 0; looks < MOST_LOOKS && all.stream().anyMatch(ProcessHandle::isAlive); looks++) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        // Without an init process, the dead process remains as a zombie, and its pid file would count as a running
        // database.
        Files.deleteIfExists(holder);
        running.close();
    }

    /** Returns the file with what the database prints. */
    Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    @Override
    public void close() throws IOException {
        if (running != null) {
            running.close();
        }
    }
}
