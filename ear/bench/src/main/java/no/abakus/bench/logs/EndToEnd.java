package no.abakus.bench.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures lines per second from the logger to the reader of the process's stdout, with our handler and WildFly's own
 * handler in turn.
 */
final class EndToEnd {
    private static final int SECONDS = 3;

    private EndToEnd() {}

    /** Returns one line of figures for each handler and number of threads. */
    static List<JsonLogsBenchmark.Line> run(int repetitions) throws IOException {
        List<JsonLogsBenchmark.Line> lines = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        for (int threads : new int[] {1, processors, 4 * processors}) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < repetitions; i++) {
                ours.add(linesASecond("abakus", threads));
                theirs.add(linesASecond("jboss", threads));
            }
            String metric = JsonLogsBenchmark.END_TO_END + ", " + threads + (threads == 1 ? " thread" : " threads");
            lines.add(new JsonLogsBenchmark.Line(metric, "abakus", ours, 0));
            lines.add(new JsonLogsBenchmark.Line(metric, "jboss", theirs, 0));
        }
        return lines;
    }

    private static double linesASecond(String handler, int threads) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoggingLoop.class.getName(),
                        handler,
                        String.valueOf(threads),
                        String.valueOf(SECONDS))
                .start();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> discard(process.getInputStream()));
        try (InputStream answer = process.getErrorStream()) {
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
            reader.join();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            if (!last.matches("[0-9]+")) {
                throw new IOException("The logging process printed no figure but this: " + text);
            }
            return Double.parseDouble(last);
        }
    }

    private static void discard(InputStream lines) {
        try (InputStream in = lines) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // If the process has failed, it prints no figure, and the caller then throws an exception.
            return;
        }
    }
}
