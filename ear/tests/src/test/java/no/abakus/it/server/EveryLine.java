package no.abakus.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What all servers of this run of the tests have printed, as far as it is not what it should be. Thread-safe. */
public final class EveryLine {

    private static final AtomicLong SEEN = new AtomicLong();
    private static final Queue<String> ODD = new ConcurrentLinkedQueue<>();

    private EveryLine() {}

    static void seen(String server, Line line) {
        SEEN.incrementAndGet();
        if (!line.isJson()) {
            ODD.add(server + ": " + line.text());
        }
    }

    /** How many lines there were. */
    public static long count() {
        return SEEN.get();
    }

    /** Those that are no JSON object, each behind the name of its server. */
    public static List<String> odd() {
        return List.copyOf(ODD);
    }

    /** What the server that Arquillian has started wrote; its stdout is Arquillian's, but its lines go to a file as well. */
    public static List<Line> ofArquillian() {
        Path file = Path.of(System.getProperty("abakus.servers"), "arquillian.lines");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Line::of).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
