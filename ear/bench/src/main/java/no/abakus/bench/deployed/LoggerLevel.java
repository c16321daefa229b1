package no.abakus.bench.deployed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Switches the lines of one logger on or off under the JDK's own log manager. */
final class LoggerLevel {

    /** References the loggers, because otherwise the log manager would drop a logger and its level. */
    private static final Map<String, Logger> KEPT = new ConcurrentHashMap<>();

    private LoggerLevel() {}

    static void set(String logger, boolean on) {
        KEPT.computeIfAbsent(logger, Logger::getLogger).setLevel(on ? Level.INFO : Level.WARNING);
    }
}
