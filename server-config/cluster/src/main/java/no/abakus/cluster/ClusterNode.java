package no.abakus.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;

/** A server in a cluster, with its own configuration and data. */
public final class ClusterNode implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final int HTTP = 8080;
    private static final int OK = 200;

    private final Layout layout;
    private final String name;
    private final int number;
    private final Map<String, String> environment;
    private final List<String> options;
    private ServerProcess process;

    ClusterNode(Layout layout, int number, String name, Map<String, String> environment, List<String> options) {
        this.layout = layout;
        this.number = number;
        this.name = name;
        this.environment = environment;
        this.options = options;
    }

    /** Starts the node and returns immediately. */
    public void launch() throws IOException {
        Files.createDirectories(layout.folder());
        process = ServerStart.of(
                        layout.scripts().resolve(layout.isPayara() ? "payara/run.sh" : "wildfly/run.sh"),
                        layout.home(),
                        layout.folder().resolve("node" + number),
                        layout.nodeOffset(number))
                .options(List.of("--lifeline", "--only", "--node", name))
                .options(ofProduct())
                .options(options)
                .deploy(layout.archive())
                .environment(environment)
                .awayFromTerminal()
                .output(Redirect.appendTo(log().toFile()))
                .start();
    }

    /**
     * Returns the options that only the node's product has. WildFly reads the brokers' ports from environment
     * variables.
     */
    private List<String> ofProduct() {
        return layout.isPayara()
                ? List.of(
                        "--artemis",
                        "127.0.0.1:" + environment.get("ABAKUS_BROKER_PORT") + ",127.0.0.1:"
                                + environment.get("ABAKUS_BROKER_BACKUP_PORT"))
                : List.of("--config", Layout.CONFIGURATION);
    }

    /** Waits until the node is ready for work. */
    public void awaitReady(Duration patience) throws IOException, InterruptedException {
        awaitHealth(OK, patience);
    }

    /** Waits until a request for the node's health returns this HTTP status. */
    public void awaitHealth(int status, Duration patience) throws IOException, InterruptedException {
        process.await("the health of " + name + " is " + status + ", see " + log(), patience, () -> health() == status);
    }

    private int health() throws InterruptedException {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address() + "/abakus/api/health"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            // The node does not answer yet.
            return 0;
        }
    }

    /** Returns the node's name. */
    public String name() {
        return name;
    }

    /** Returns the node's HTTP address. */
    public String address() {
        return "http://127.0.0.1:" + (HTTP + layout.nodeOffset(number));
    }

    /** Returns the file with the node's log lines. */
    public Path log() {
        return layout.folder().resolve("node" + number + ".log");
    }

    /** Returns whether the node's process exists. */
    public boolean isRunning() {
        return process != null && process.isRunning();
    }

    /** Kills the node, as if its machine had crashed. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Stops the node's threads without ending the node, as if its machine had stalled. */
    public void pause() throws IOException, InterruptedException {
        process.signal("STOP");
    }

    /** Lets a paused node continue. */
    public void resume() throws IOException, InterruptedException {
        process.signal("CONT");
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.stop(STOP);
        }
    }
}
