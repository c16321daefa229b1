package no.abakus.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Collects the unexpected lines that all servers of this test run have printed. Thread-safe. */
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

    /** Returns how many lines there were. */
    public static long count() {
        return SEEN.get();
    }

    /** Returns the lines that are not JSON objects, each preceded by the name of its server. */
    public static List<String> odd() {
        return List.copyOf(ODD);
    }

    /**
     * Returns the lines of the server that Arquillian has started. Its stdout belongs to Arquillian, but its lines also
     * go to a file.
     */
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
