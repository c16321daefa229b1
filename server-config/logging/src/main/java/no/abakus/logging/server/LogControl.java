package no.abakus.logging.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.LogProcessor;
import no.abakus.logging.Severity;

/**
 * Steers logging while the process runs: levels, the format of lines, processors. What is set here lasts until the process ends or the
 * server's own configuration sets it anew. Thread-safe.
 */
public final class LogControl {
    /** A logger nobody holds would be forgotten, and its level with it. */
    private static final Map<String, Logger> HELD = new ConcurrentHashMap<>();

    private LogControl() {}

    /**
     * Sets the level of a logger and of those below it that have none of their own.
     *
     * @param logger its name; the empty text is the root of all
     * @param level debug, info, warning, error or critical; null takes the parent's again
     * @throws IllegalArgumentException for any other level
     */
    public static void level(String logger, String level) {
        Level wanted = level == null ? null : Severity.of(level);
        HELD.computeIfAbsent(logger, Logger::getLogger).setLevel(wanted);
    }

    /**
     * Lays lines out anew, from the next one on.
     *
     * @param name abakus, ecs, otel, gcp, logfmt or console
     * @throws IllegalArgumentException for any other
     */
    public static void format(String name) {
        ServerLines.shared().format(name);
    }

    /** How lines are laid out at present. */
    public static String format() {
        return ServerLines.shared().format();
    }

    /** Puts a processor at the end of the chain; an application that goes away has to take it out again. */
    public static void add(LogProcessor processor) {
        ServerLines.shared().processors().add(processor);
    }

    /** Takes a processor out again; nothing happens when it is not there. */
    public static void remove(LogProcessor processor) {
        ServerLines.shared().processors().remove(processor);
    }

    /** How many lines were left out so far because nobody read the output; see {@code abakus.logging.when-blocked}. */
    public static long droppedLines() {
        return ServerOutput.shared().dropped();
    }
}
