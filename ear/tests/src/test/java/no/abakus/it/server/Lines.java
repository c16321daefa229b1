package no.abakus.it.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All lines that a server has printed so far, and a way to wait for one. Thread-safe. */
public final class Lines {

    private final List<Line> lines = new ArrayList<>();

    synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }

    public synchronized List<Line> all() {
        return List.copyOf(lines);
    }

    /** Returns what {@code grep} would find. */
    public List<Line> grep(String text) {
        return all().stream().filter(line -> line.text().contains(text)).toList();
    }

    public List<Line> where(Predicate<Line> condition) {
        return all().stream().filter(condition).toList();
    }

    /** Returns the first line that meets the condition, waiting for it if necessary. */
    public Line await(String what, Duration patience, Predicate<Line> condition) throws InterruptedException {
        return awaitMany(what, patience, 1, condition).get(0);
    }

    /** As {@link #await}, for this many lines. */
    public synchronized List<Line> awaitMany(String what, Duration patience, int count, Predicate<Line> condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Line> found = new ArrayList<>();
        int seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                if (condition.test(lines.get(seen))) {
                    found.add(lines.get(seen));
                }
            }
            if (found.size() >= count) {
                return found;
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Within " + patience + " the server printed " + found.size() + " of " + count
                        + " lines that are " + what + "; its last ones are:\n" + tail());
            }
            wait(left);
        }
    }

    private String tail() {
        StringBuilder text = new StringBuilder();
        lines.subList(Math.max(0, lines.size() - 15), lines.size())
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
