package no.abakus.it.server;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.abakus.launcher.ServerProcess;

/** Passes what a server prints to the test, and to a file for whoever wants to know why a test failed. */
final class ServerOutput {

    /** The exit code of a killed process. */
    private static final int KILLED = 128 + 9;

    private static final Duration STOP = Duration.ofMinutes(1);

    private final String name;
    private final ServerProcess process;
    private final Path file;
    private final Lines lines = new Lines();
    private final Thread reader;

    private ServerOutput(String name, ServerProcess process, Path file) {
        this.name = name;
        this.process = process;
        this.file = file;
        this.reader = new Thread(this::read, "stdout of " + name);
    }

    /** Starts to read what this process prints. */
    static ServerOutput of(String name, ServerProcess process, Path file) {
        ServerOutput output = new ServerOutput(name, process, file);
        output.reader.setDaemon(true);
        output.reader.start();
        return output;
    }

    Lines lines() {
        return lines;
    }

    /** Waits for the last line of a server that stops. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    private void read() {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.stdout(), StandardCharsets.UTF_8));
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(file, CREATE, APPEND), true)) {
            Line last = null;
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                copy.println(text);
                if (last != null) {
                    EveryLine.seen(name, last);
                }
                last = Line.of(text);
                lines.add(last);
            }
            // A killed process may stop in the middle of a line.
            if (last != null && (last.isJson() || process.awaitExit(STOP) != KILLED)) {
                EveryLine.seen(name, last);
            }
        } catch (IOException e) {
            lines.add(Line.of("The test cannot read the server's stdout any more: " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
