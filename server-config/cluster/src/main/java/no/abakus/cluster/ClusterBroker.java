package no.abakus.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;

/** One of the two brokers. Only the active broker accepts connections. */
public final class ClusterBroker implements AutoCloseable {

    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 500;

    private final Layout layout;
    private final Map<String, String> passwords;
    private final BrokerTls tls;
    private final Path instance;
    private final int port;
    private final int otherPort;
    private final boolean isBackup;
    private ServerProcess process;

    private ClusterBroker(Layout layout, Map<String, String> passwords, BrokerTls tls, boolean isBackup) {
        this.layout = layout;
        this.passwords = passwords;
        this.tls = tls;
        this.isBackup = isBackup;
        this.instance = layout.folder().resolve(isBackup ? "broker-b" : "broker-a");
        this.port = isBackup ? layout.backupPort() : layout.primaryPort();
        this.otherPort = isBackup ? layout.primaryPort() : layout.backupPort();
    }

    static ClusterBroker primary(Layout layout, Map<String, String> passwords, BrokerTls tls) {
        return new ClusterBroker(layout, passwords, tls, false);
    }

    static ClusterBroker backup(Layout layout, Map<String, String> passwords, BrokerTls tls) {
        return new ClusterBroker(layout, passwords, tls, true);
    }

    /** Creates the broker's instance, or configures the existing instance again. */
    void create() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                layout.scripts().resolve("artemis/broker/create.sh").toString(),
                "--name",
                instance.getFileName().toString(),
                "--port",
                String.valueOf(port),
                "--other",
                "127.0.0.1:" + otherPort,
                "--shared-store",
                layout.folder().resolve("broker-store").toString(),
                "--heap",
                "512M"));
        if (isBackup) {
            command.add("--backup");
        }
        command.addAll(tls.options());
        command.addAll(List.of(layout.artemis().toString(), instance.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(passwords);
        builder.environment().putAll(tls.ofBroker());
        Process creating = builder.start();
        String output = new String(creating.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (creating.waitFor() != 0) {
            throw new IOException("The broker in " + instance + " could not be created: " + output);
        }
    }

    /** Starts the broker. If it is the primary, also waits until it is active. */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(instance.resolve("log"));
        process = ServerStart.command(List.of(
                        "bash",
                        "-c",
                        ". \"$1\"; hold_lifeline; shift; exec \"$@\"",
                        "broker",
                        layout.scripts().resolve("launcher/base.sh").toString(),
                        instance.resolve("bin/artemis").toString(),
                        "run"))
                .environment(tls.ofBroker())
                .awayFromTerminal()
                .output(Redirect.appendTo(instance.resolve("log/stdout").toFile()))
                .start();
        if (!isBackup) {
            awaitActive(BOOT);
        }
    }

    /** Waits until the broker accepts connections. */
    public void awaitActive(Duration patience) throws IOException, InterruptedException {
        process.await("the broker in " + instance + " is active", patience, this::isActive);
    }

    boolean isActive() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills the broker, as if its machine had crashed. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Returns the folder of the broker's instance. */
    public Path instance() {
        return instance;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.stop(STOP);
        }
    }
}
