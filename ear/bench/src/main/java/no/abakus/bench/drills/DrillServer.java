package no.abakus.bench.drills;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Management;
import no.abakus.bench.ManagementUser;
import no.abakus.bench.ServerFolder;
import no.abakus.bench.Settings;
import no.abakus.launcher.ApplicationUser;
import no.abakus.launcher.FolderTree;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;

/**
 * A server with the sample application and its diagnostics tasks. It can be killed and started again with the same
 * data. The log lines of all runs go to one file. The server ends with this JVM.
 */
final class DrillServer implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final int OPEN_MQ = 7676;
    private static final long START_SECONDS = 300;
    private static final Duration STOP = Duration.ofSeconds(90);
    static final String OPERATOR = "operator-of-the-drills";

    private final Settings settings;
    private final Path base;
    private final Path log;
    private final List<String> options;
    /** Null on Payara. */
    private final ManagementUser user;

    private final Map<String, String> environment = new HashMap<>();
    private ServerProcess process;

    private DrillServer(Settings settings, Path base, List<String> options, ManagementUser user) {
        this.settings = settings;
        this.base = base;
        this.log = base.resolveSibling(base.getFileName() + ".log");
        this.options = options;
        this.user = user;
    }

    /**
     * Returns a server that has fresh data and has not been started yet.
     *
     * @param name the name of the server's folder
     * @param options the server's options, such as {@code -Dname=value}
     */
    public static DrillServer fresh(Settings settings, String name, String... options) throws IOException {
        Path base = settings.output().resolve(name);
        Files.createDirectories(settings.output());
        Files.deleteIfExists(base.resolveSibling(name + ".log"));
        if (settings.payara()) {
            FolderTree.delete(base);
            return new DrillServer(settings, base, List.of(options), null);
        }
        ServerFolder.fresh(base, settings.home());
        ManagementUser user = ManagementUser.addedTo(base.resolve("configuration"));
        return new DrillServer(settings, base, List.of(options), user);
    }

    /** Sets a variable of the server's environment, from the next start on. */
    DrillServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Sets the JVM's options for memory, from the next start on. */
    DrillServer withMemory(String sizing) {
        return with(settings.payara() ? "PAYARA_JAVA_SIZING" : "JBOSS_JAVA_SIZING", sizing);
    }

    /** Adds a user whom WildFly's broker will know. Call this before the first start. */
    void addApplicationUser(String name, String password, String role) throws IOException, InterruptedException {
        new ApplicationUser(name, password, role).addTo(settings.home(), base.resolve("configuration"));
    }

    /** Starts the server, and waits until its health is UP. */
    public void start() throws IOException, InterruptedException {
        String product = settings.payara() ? "payara" : "wildfly";
        process = ServerStart.of(
                        settings.project().resolve("server-config/" + product + "/run.sh"),
                        settings.home(),
                        base,
                        settings.portOffset())
                .deploy(settings.project().resolve("ear/sample-app/target/abakus-sample.ear"))
                .options(List.of("--lifeline", "-Dabakus.sample.diagnostics=true"))
                .options(options)
                .environment(
                        Map.of("ABAKUS_OPERATOR_PASSWORD", OPERATOR, "ABAKUS_VIEWER_PASSWORD", "viewer-of-the-drills"))
                .environment(environment)
                // The JVM's own output, for instance when memory runs out, is no log line and goes to a separate file.
                .errors(Redirect.appendTo(
                        base.resolveSibling(base.getFileName() + ".err").toFile()))
                .output(Redirect.appendTo(log.toFile()))
                .start();
        awaitHealth(200, START_SECONDS);
    }

    /** Polls the server's health until the response has this status. Returns how many seconds that took. */
    public double awaitHealth(int status, long seconds) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        process.await(
                "the server's health is " + status + " (see " + log + ")",
                Duration.ofSeconds(seconds),
                () -> api().health() == status);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Kills the server with {@code kill -9}, as if the machine had crashed. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Stops the server properly. */
    public void stop() throws IOException, InterruptedException {
        if (!process.stop(STOP)) {
            throw new IOException("The server did not stop in " + STOP + " and was killed; see " + log);
        }
    }

    /** Returns whether the server's process exists. */
    boolean isRunning() {
        return process.isRunning();
    }

    /** Returns the server's HTTP address. */
    URI http() {
        return URI.create("http://127.0.0.1:" + (HTTP + settings.portOffset()));
    }

    /** Returns the server's API for operators. */
    public TaskApi api() {
        return new TaskApi(http(), "operator", OPERATOR);
    }

    /** Returns the server's broker. */
    public BrokerView broker() {
        return settings.payara()
                ? new PayaraView(settings.home(), OPEN_MQ + settings.portOffset(), settings.output(), process.id())
                : new WildFlyView(
                        new Management(URI.create("http://127.0.0.1:" + (MANAGEMENT + settings.portOffset())), user));
    }

    /** Returns the folder with the server's configuration, deployments and data. */
    Path base() {
        return base;
    }

    /** Returns the folder with the server's data. */
    public Path data() {
        return settings.payara() ? base : base.resolve("data");
    }

    /** Returns the file with the server's log lines. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
