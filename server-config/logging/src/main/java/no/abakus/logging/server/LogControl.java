package no.abakus.logging.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.LogProcessor;
import no.abakus.logging.Severity;

/**
 * Controls logging while the process runs: levels, the format of lines, processors. Changes last until the process ends
 * or the server's own configuration overrides them. Thread-safe.
 */
public final class LogControl {
    /** Refers to the loggers, because an unreferenced logger would be garbage-collected and lose its level. */
    private static final Map<String, Logger> HELD = new ConcurrentHashMap<>();

    private LogControl() {}

    /**
     * Sets the level of a logger and of the loggers below it that have no level of their own.
     *
     * @param logger the name of the logger; the empty string is the root logger
     * @param level debug, info, warning, error or critical; null to inherit the parent's level again
     * @throws IllegalArgumentException for any other level
     */
    public static void level(String logger, String level) {
        Level wanted = level == null ? null : Severity.of(level);
        HELD.computeIfAbsent(logger, Logger::getLogger).setLevel(wanted);
    }

    /**
     * Changes the layout of lines, from the next line on.
     *
     * @param name abakus, ecs, otel, gcp, logfmt or console
     * @throws IllegalArgumentException for any other name
     */
    public static void format(String name) {
        ServerLines.shared().format(name);
    }

    /** Returns the name of the current layout. */
    public static String format() {
        return ServerLines.shared().format();
    }

    /** Adds a processor at the end of the chain. An application must remove it again when it is undeployed. */
    public static void add(LogProcessor processor) {
        ServerLines.shared().processors().add(processor);
    }

    /** Removes a processor; does nothing if it is absent. */
    public static void remove(LogProcessor processor) {
        ServerLines.shared().processors().remove(processor);
    }

    /**
     * Returns how many lines have been dropped so far because no reader took them; see {@code
     * abakus.logging.when-blocked}.
     */
    public static long droppedLines() {
        return ServerOutput.shared().dropped();
    }
}
