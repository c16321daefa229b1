package no.abakus.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;

/**
 * A separate WildFly for the benchmark, with fresh data, ports of its own and one deployed archive. The server's log
 * lines go to a file. The server ends with this JVM.
 */
final class Server implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final ServerProcess process;
    private final Collector collector;
    private final Path log;
    private final int portOffset;
    private final Management management;

    private Server(ServerProcess process, Collector collector, Path log, int portOffset, Management management) {
        this.process = process;
        this.collector = collector;
        this.log = log;
        this.portOffset = portOffset;
        this.management = management;
    }

    /**
     * Starts the server and waits until the archive is deployed.
     *
     * @param logKept how many bytes to keep from the start of the log
     */
    static Server start(Settings settings, Path archive, int logKept) throws IOException, InterruptedException {
        return start(settings, archive, logKept, List.of());
    }

    /** Like {@link #start(Settings, Path, int)}, with more options for {@code run.sh}. */
    static Server start(Settings settings, Path archive, int logKept, List<String> options)
            throws IOException, InterruptedException {
        fresh(settings);
        return launch(settings, archive, logKept, options, Map.of());
    }

    /** Replaces the folder of the last server by a fresh one. Starts no server yet. */
    static void fresh(Settings settings) throws IOException {
        ServerFolder.fresh(folder(settings), settings.home());
    }

    /** Returns the folder with the server's data. */
    static Path data(Settings settings) {
        return folder(settings).resolve("data");
    }

    /** Starts the last server again, with its data. */
    static Server again(Settings settings, Path archive, int logKept) throws IOException, InterruptedException {
        return again(settings, archive, logKept, List.of(), Map.of());
    }

    /** Like {@link #again(Settings, Path, int)}, with further options for {@code run.sh} and environment variables. */
    static Server again(
            Settings settings, Path archive, int logKept, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        return launch(settings, archive, logKept, options, environment);
    }

    private static Path folder(Settings settings) {
        return settings.output().resolve("server");
    }

    private static Server launch(
            Settings settings, Path archive, int logKept, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path base = folder(settings);
        // This marker is from an earlier start, and the code below waits for a new marker.
        Files.deleteIfExists(base.resolve("deployments").resolve(archive.getFileName() + ".deployed"));
        ManagementUser user = ManagementUser.addedTo(base.resolve("configuration"));
        Path log = settings.output().resolve("server.log");
        ServerProcess process = ServerStart.of(
                        settings.project().resolve("server-config/wildfly/run.sh"),
                        settings.home(),
                        base,
                        settings.portOffset())
                .deploy(archive)
                .options(List.of("--lifeline"))
                .options(options)
                .environment(environment)
                // The heap has room for a full queue, so that it does not grow and is rarely collected during the
                // measurements.
                .unlessSet("JBOSS_JAVA_SIZING", "-Xms2g -Xmx2g")
                .start();
        Server server = new Server(
                process,
                Collector.of(process.stdout(), log, logKept),
                log,
                settings.portOffset(),
                new Management(URI.create("http://127.0.0.1:" + (MANAGEMENT + settings.portOffset())), user));
        try {
            server.awaitDeployment(base.resolve("deployments").resolve(archive.getFileName()));
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Returns the file with the server's stdout. */
    Path log() {
        return log;
    }

    Management management() {
        return management;
    }

    /** Returns the address of a web context. */
    URI web(String context) {
        return URI.create("http://127.0.0.1:" + (HTTP + portOffset) + context);
    }

    private void awaitDeployment(Path archive) throws IOException, InterruptedException {
        Path deployed = archive.resolveSibling(archive.getFileName() + ".deployed");
        Path failed = archive.resolveSibling(archive.getFileName() + ".failed");
        process.await("the archive is deployed (see " + log + ")", START, () -> {
            if (Files.exists(failed)) {
                throw new IOException("The server refused the archive: " + Files.readString(failed));
            }
            return Files.exists(deployed);
        });
    }

    @Override
    public void close() {
        try (process) {
            process.stop(STOP);
            collector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
