package no.abakus.logging.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A {@link Talker}, with a slow reader of its stdout that expects every line to be JSON. */
final class TalkingProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final int SECONDS = 120;

    private final Process process;
    private final BufferedReader errors;
    private final CompletableFuture<List<JsonNode>> lines;

    TalkingProcess(Talker.End end, int threads, int count, String... options) throws IOException {
        this(List.of(), end, threads, count, options);
    }

    private TalkingProcess(List<String> wrapper, Talker.End end, int threads, int count, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Talker.class.getName()));
        command.addAll(List.of(end.name(), String.valueOf(threads), String.valueOf(count)));
        process = new ProcessBuilder(command).start();
        errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        lines = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
    }

    /**
     * Starts a process whose stdout refuses a write that does not fit, instead of letting it wait.
     *
     * @throws IOException if there is no Perl: Java cannot set this flag
     */
    static TalkingProcess withNonblockingStdout(Talker.End end, int threads, int count) throws IOException {
        String flag = "fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK) or die $!; exec @ARGV";
        return new TalkingProcess(List.of("perl", "-MFcntl", "-e", flag), end, threads, count);
    }

    /** Returns the rest of the next line on stderr that begins like this. */
    long told(String beginning) throws IOException {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(beginning)) {
                return Long.parseLong(line.substring(beginning.length()).strip());
            }
        }
        throw new AssertionError("The process ended without saying '" + beginning + "'");
    }

    /** Returns what is left on stderr when the process has ended. */
    List<String> errors() {
        return errors.lines().toList();
    }

    /** Asks the process to end. */
    void terminate() {
        // Not Process.destroy, which would close stdout before the last lines are read.
        process.toHandle().destroy();
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Returns everything that came out, once the process has ended. */
    List<JsonNode> lines() throws Exception {
        return lines.get(SECONDS, TimeUnit.SECONDS);
    }

    int status() throws InterruptedException {
        return process.waitFor();
    }

    private static List<JsonNode> read(InputStream stdout) {
        List<JsonNode> read = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new Slow(stdout), StandardCharsets.UTF_8), 64 * 1024)) {
            String last = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (last != null) {
                    read.add(parsed(last));
                }
                last = line;
            }
            // A process that was killed may have been in the middle of a line.
            if (last != null && last.endsWith("}")) {
                read.add(parsed(last));
            }
        } catch (IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        }
        return read;
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException torn) {
            throw new AssertionError("not JSON: " + line, torn);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        errors.close();
    }

    /** Pauses before each read. */
    private static final class Slow extends FilterInputStream {
        Slow(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            LockSupport.parkNanos(PAUSE_NANOS);
            return super.read(bytes, from, count);
        }
    }
}
