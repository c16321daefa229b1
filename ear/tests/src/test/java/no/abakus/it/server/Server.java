package no.abakus.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A WildFly process of its own, with its own configuration and data, on ports of its own. */
public final class Server implements AutoCloseable {

    public static final String OPERATOR_PASSWORD = "operator-of-the-tests";
    public static final String VIEWER_PASSWORD = "viewer-of-the-tests";

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path base;
    private final int portOffset;
    private final List<String> options;
    private Process process;
    private Lines lines;
    private Thread reader;

    private Server(Path base, int portOffset, List<String> options) {
        this.base = base;
        this.portOffset = portOffset;
        this.options = options;
    }

    /** A fresh server with the application, not started yet. */
    public static Server fresh(String name, int portOffset, String... options) {
        return fresh(name, portOffset, applicationArchive(), options);
    }

    /** A fresh server with this archive, not started yet. */
    public static Server fresh(String name, int portOffset, Path archive, String... options) {
        Path base = Path.of(System.getProperty("abakus.servers"), name);
        deleteAll(base);
        List<String> all = new ArrayList<>(List.of("--deploy", archive.toString()));
        all.addAll(List.of(options));
        return new Server(base, portOffset, all);
    }

    public static Path applicationArchive() {
        return Path.of(System.getProperty("abakus.ear"));
    }

    public static Path home() {
        return Path.of(System.getProperty("abakus.wildfly.home"));
    }

    public static Path scripts() {
        return Path.of(System.getProperty("abakus.wildfly.scripts"));
    }

    /** Starts it and returns when its workers consume. */
    public Server start() throws InterruptedException {
        launch();
        http().awaitStatus("/abakus/api/health", 200, BOOT);
        return this;
    }

    /** Starts it and returns at once. */
    public Server launch() {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                scripts().resolve("run.sh").toString(),
                "--home",
                home().toString(),
                "--base",
                base.toString(),
                "--port-offset",
                Integer.toString(portOffset),
                "-Dabakus.sample.diagnostics=true"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors().toFile());
        builder.environment()
                .putAll(Map.of(
                        "ABAKUS_OPERATOR_PASSWORD", OPERATOR_PASSWORD, "ABAKUS_VIEWER_PASSWORD", VIEWER_PASSWORD));
        try {
            Files.createDirectories(base.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines = new Lines();
        reader = new Thread(() -> read(process, lines), "stdout of " + base.getFileName());
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private static void read(Process process, Lines lines) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("The test cannot read the server's stdout any more: " + e);
        }
    }

    /** What it printed since its last start. */
    public Lines lines() {
        return lines;
    }

    /** A client without credentials. */
    public Http http() {
        return new Http("http://127.0.0.1:" + (HTTP + portOffset));
    }

    public Http operator() {
        return http().as("operator", OPERATOR_PASSWORD);
    }

    public int managementPort() {
        return MANAGEMENT + portOffset;
    }

    public Path errors() {
        return base.resolveSibling(base.getFileName() + ".stderr");
    }

    /** The machine dies. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Somebody stops it, and all it wants to say is said when this returns. */
    public void stop() throws InterruptedException {
        // Not Process.destroy, which would close stdout before the server has spoken its last words.
        process.toHandle().destroy();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("The server did not stop within " + STOP);
        }
        reader.join();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static void deleteAll(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
