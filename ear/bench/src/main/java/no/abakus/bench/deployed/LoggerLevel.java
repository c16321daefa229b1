package no.abakus.bench.deployed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The lines of one logger, on or off, where the JDK's own log manager keeps the levels. */
final class LoggerLevel {

    /** Kept, for the log manager would forget it with its level. */
    private static final Map<String, Logger> KEPT = new ConcurrentHashMap<>();

    private LoggerLevel() {}

    static void set(String logger, boolean on) {
        KEPT.computeIfAbsent(logger, Logger::getLogger).setLevel(on ? Level.INFO : Level.WARNING);
    }
}
