package no.abakus.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.abakus.launcher.FolderTree;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;

/** A Payara that is used like {@link Server}, with a fresh domain of its own and one deployed archive. */
final class PayaraServer implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final ServerProcess process;
    private final Collector collector;
    private final Path log;
    private final int portOffset;

    private PayaraServer(ServerProcess process, Collector collector, Path log, int portOffset) {
        this.process = process;
        this.collector = collector;
        this.log = log;
        this.portOffset = portOffset;
    }

    /**
     * Starts the server and waits until the archive responds.
     *
     * @param logKept how many bytes to keep from the start of the log
     * @param probe a path of the archive's last web module
     * @param answer the status that the module returns once it is deployed
     */
    static PayaraServer start(Settings settings, Path archive, int logKept, String probe, int answer)
            throws IOException, InterruptedException {
        Path base = settings.output().resolve("payara");
        FolderTree.delete(base);
        Path log = settings.output().resolve("server.log");
        Files.createDirectories(settings.output());
        ServerProcess process = ServerStart.of(
                        settings.project().resolve("server-config/payara/run.sh"),
                        settings.home(),
                        base,
                        settings.portOffset())
                .deploy(archive)
                .options(List.of("--lifeline"))
                // As for WildFly, the heap is so large that it does not grow during the measurements.
                .unlessSet("PAYARA_JAVA_SIZING", "-Xms2g -Xmx2g")
                .start();
        PayaraServer server =
                new PayaraServer(process, Collector.of(process.stdout(), log, logKept), log, settings.portOffset());
        try {
            server.awaitAnswer(probe, answer);
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

    /** Returns how the server's broker stores messages. */
    String journal() {
        return "OpenMQ's files, with an fsync after each commit and each send outside a transaction";
    }

    /** Returns the server's name and version. */
    String version() {
        return "Payara " + System.getProperty("bench.version", "6");
    }

    URI web(String context) {
        return URI.create("http://127.0.0.1:" + (HTTP + portOffset) + context);
    }

    private void awaitAnswer(String probe, int answer) throws IOException, InterruptedException {
        process.await("the archive responds (see " + log + ")", START, () -> answers(probe, answer));
    }

    private boolean answers(String probe, int answer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) web(probe).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(30_000);
            return connection.getResponseCode() == answer;
        } catch (IOException e) {
            return false;
        }
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
