package no.abakus.bench.deployed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Switches the lines of one logger on or off, on a server that uses the JDK's log manager. */
final class LoggerLevel {

    /** Keeps the loggers, because the log manager could otherwise drop a logger and with it the level. */
    private static final Map<String, Logger> KEPT = new ConcurrentHashMap<>();

    private LoggerLevel() {}

    static void set(String logger, boolean on) {
        KEPT.computeIfAbsent(logger, Logger::getLogger).setLevel(on ? Level.INFO : Level.WARNING);
    }
}
