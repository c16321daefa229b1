package no.abakus.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.launcher.ApplicationUser;
import no.abakus.launcher.FolderTree;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;
import org.awaitility.core.ConditionTimeoutException;

/** A server process with its own configuration and data, on its own ports. */
public final class Server implements AutoCloseable {

    public static final String OPERATOR_PASSWORD = "operator-of-the-tests";
    public static final String VIEWER_PASSWORD = "viewer-of-the-tests";

    /** Added to every offset, so that two test runs on one machine do not collide: {@code -Dabakus.test-ports=3000}. */
    private static final int ALL_PORTS = Integer.getInteger("abakus.test-ports", 0);

    /**
     * The server lives for seconds, too short for the optimizing compiler to pay off. Without it a boot takes half the
     * processor time.
     */
    static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=128m";

    /** Without the sizes of metaspace and young generation, a boot spends three seconds of processor time on garbage. */
    private static final String MEMORY = "-Xms512m -Xmx768m -Xmn256m -XX:MetaspaceSize=256m";

    /** Whether a Payara gets an Artemis in a separate process instead of its embedded broker. */
    private static final boolean OWN_BROKER = "artemis".equals(System.getProperty("abakus.broker"));

    private static final int HTTP = 8080;
    private static final int HEALTH_OF_PAYARA = 8081;
    private static final int BROKER = 61616;
    private static final int MANAGEMENT = 9990;
    private static final int ADMINISTRATION = 4848;
    private static final int OPEN_MQ = 7676;

    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Product product;
    private final Path base;
    private final int portOffset;
    private final List<String> options;
    private OwnBroker broker;
    private ServerProcess process;
    private ServerOutput output;

    private Server(Product product, Path base, int portOffset, List<String> options) {
        this.product = product;
        this.base = base;
        this.portOffset = ALL_PORTS + portOffset;
        this.options = options;
    }

    /** Returns a fresh server with the application, not started yet. */
    public static Server fresh(String name, int portOffset, String... options) {
        return fresh(name, portOffset, applicationArchive(), options);
    }

    /** Returns a fresh server with this archive, not started yet. */
    public static Server fresh(String name, int portOffset, Path archive, String... options) {
        return fresh(Product.underTest(), name, portOffset, archive, options);
    }

    /** Returns a fresh server of this product, for a test that needs both products. */
    public static Server fresh(Product product, String name, int portOffset, Path archive, String... options) {
        Path base = base(product, name);
        try {
            FolderTree.delete(base);
            FolderTree.delete(base.resolveSibling(base.getFileName() + ".stdout"));
            FolderTree.delete(base.resolveSibling(base.getFileName() + ".broker"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Server(product, base, portOffset, all(archive, options));
    }

    /** Returns the server of this name that has stopped, with its data, and with other options. */
    public static Server again(String name, int portOffset, Path archive, String... options) {
        Product product = Product.underTest();
        return new Server(product, base(product, name), portOffset, all(archive, options));
    }

    private static Path base(Product product, String name) {
        return Path.of(System.getProperty("abakus.servers"), product.key(), name);
    }

    private static List<String> all(Path archive, String... options) {
        List<String> all = new ArrayList<>(List.of("--deploy", archive.toString()));
        all.addAll(List.of(options));
        return all;
    }

    /** Returns the application with its sample. */
    public static Path applicationArchive() {
        return Path.of(System.getProperty("abakus.sample.ear"));
    }

    /** Returns the application as people deploy it, without the sample. */
    public static Path bareArchive() {
        return Path.of(System.getProperty("abakus.ear"));
    }

    /** Starts the server and returns when its workers consume. */
    public Server start() throws InterruptedException {
        SharedClasses.Use shared = SharedClasses.next(product, true);
        launch(shared);
        try {
            http().awaitStatus("/abakus/api/health", 200, BOOT);
            // Payara serves requests to one web module while it still loads the next.
            http().as("webkom", "webkom").awaitStatus("/registrations/api/ledger/nothing", 200, BOOT);
            shared.started(process);
            return this;
        } catch (ConditionTimeoutException e) {
            // The caller does not have a server to close yet.
            close();
            throw e;
        }
    }

    /**
     * Starts the server and returns immediately.
     *
     * @throws AssertionError if one of its ports is in use: the test would talk to that server instead
     */
    public Server launch() {
        return launch(SharedClasses.next(product, false));
    }

    private Server launch(SharedClasses.Use shared) {
        Ports.require("the server " + base.getFileName(), product.ports(), portOffset);
        ServerStart start = ServerStart.of(product.scripts().resolve("run.sh"), product.home(), base, portOffset)
                .options(List.of("-Dabakus.sample.diagnostics=true", "-Dabakus.logging.request-level-users=operator"))
                .options(options)
                .environment(Map.of(
                        "ABAKUS_OPERATOR_PASSWORD",
                        OPERATOR_PASSWORD,
                        "ABAKUS_VIEWER_PASSWORD",
                        VIEWER_PASSWORD,
                        product.memoryVariable(),
                        MEMORY + " " + SHORT_LIFE + " " + shared.options()))
                .environment(OwnBroker.LOGIN)
                .errors(Redirect.to(errors().toFile()));
        if (OWN_BROKER && broker == null) {
            broker = startedBroker();
        }
        if (broker != null) {
            start.options(List.of("--artemis", broker.address()));
        }
        try {
            Files.createDirectories(base.getParent());
            process = start.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = ServerOutput.of(
                base.getFileName().toString(), process, base.resolveSibling(base.getFileName() + ".stdout"));
        return this;
    }

    public Product product() {
        return product;
    }

    /** Returns what the server has printed since its last start. */
    public Lines lines() {
        return output.lines();
    }

    /** Returns a client without credentials. */
    public Http http() {
        return new Http("http://127.0.0.1:" + (HTTP + portOffset));
    }

    /** Returns a client of the port on which health responds even if no worker of the server is free. */
    public Http health() {
        return new Http("http://127.0.0.1:" + ((product == Product.PAYARA ? HEALTH_OF_PAYARA : HTTP) + portOffset));
    }

    /** Returns a client of WildFly's management, without credentials. */
    public Http management() {
        return new Http("http://127.0.0.1:" + managementPort());
    }

    /** Returns the HTTP port of a server with this port offset. */
    public static int httpPort(int portOffset) {
        return HTTP + ALL_PORTS + portOffset;
    }

    public Http operator() {
        return http().as("operator", OPERATOR_PASSWORD);
    }

    /** Creates a user of the application realm, as an operator would. The server does not need a restart. */
    public void addUser(String user, String password, String role) throws IOException, InterruptedException {
        new ApplicationUser(user, password, role).addTo(product.home(), base.resolve("configuration"));
    }

    /** Returns the address of the broker for programs outside the server. */
    public String brokerUrl() {
        return "tcp://127.0.0.1:" + (HTTP + portOffset)
                + "?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";
    }

    /** Deploys this archive again while the server runs, as its administrator would. */
    public void redeploy(Path archive) throws IOException, InterruptedException {
        if (product == Product.WILDFLY) {
            deployment(archive, "redeploy");
        } else {
            asadmin("redeploy", "--name", name(archive), archive.toString());
        }
    }

    /** Takes this archive out of service while the server runs. Its data stay. */
    public void undeploy(Path archive) throws IOException, InterruptedException {
        if (product == Product.WILDFLY) {
            deployment(archive, "undeploy");
        } else {
            asadmin("disable", name(archive));
        }
    }

    /** Puts an archive that was {@link #undeploy undeployed} into service again. */
    public void deployAgain(Path archive) throws IOException, InterruptedException {
        if (product == Product.WILDFLY) {
            deployment(archive, "deploy");
        } else {
            asadmin("enable", name(archive));
        }
    }

    private void deployment(Path archive, String operation) {
        new ManagementCli(this).run("/deployment=" + archive.getFileName() + ":" + operation);
    }

    private void asadmin(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                product.home().resolve("bin/asadmin").toString(),
                "--interactive=false",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(ADMINISTRATION + portOffset)));
        command.addAll(List.of(arguments));
        Tool.run(command.toArray(String[]::new));
    }

    /** Returns the name under which Payara knows an archive. */
    private static String name(Path archive) {
        String file = archive.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Whether something accepts connections at this port of the product, moved by this server's offset. */
    public boolean listensAt(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port + portOffset)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int managementPort() {
        return MANAGEMENT + portOffset;
    }

    /** Returns the port of the OpenMQ in a Payara, for its command line. */
    public int openMqPort() {
        return OPEN_MQ + portOffset;
    }

    public Path errors() {
        return base.resolveSibling(base.getFileName() + ".stderr");
    }

    /** Stops the broker outside the server, which keeps running. For a server that has one. */
    public void stopBroker() {
        broker.close();
    }

    /** Starts the broker again, with its data. */
    public void startBroker() {
        broker = startedBroker();
    }

    private OwnBroker startedBroker() {
        return OwnBroker.start(base.resolveSibling(base.getFileName() + ".broker"), BROKER + portOffset);
    }

    /** Returns the server's folder, with its configuration, data and deployments. */
    public Path base() {
        return base;
    }

    /** Returns whether the server was started and has not ended. */
    public boolean isRunning() {
        return process != null && process.isRunning();
    }

    /** Waits until the server ends of its own accord, and returns its exit code. */
    public int awaitExit(Duration patience) throws InterruptedException {
        return process.awaitExit(patience);
    }

    /** Kills the server, as if the machine had crashed. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Stops the server. When this method returns, the server has printed all its lines. */
    public void stop() throws InterruptedException {
        boolean stopped = process.stop(STOP);
        output.awaitEnd();
        if (!stopped) {
            throw new AssertionError("The server did not stop within " + STOP + " and was killed");
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }
}
