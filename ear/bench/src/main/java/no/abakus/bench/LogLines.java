package no.abakus.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Switches the lines of one of the server's loggers on and off, except for warnings and errors. */
final class LogLines {

    private final Management management;
    private final List<String> logger;

    /** Adds the logger to the server's configuration. Its lines are on at first. */
    LogLines(Management management, String logger) throws IOException {
        this.management = management;
        this.logger = List.of("subsystem", "logging", "logger", logger);
        management.execute("add", this.logger, Map.of("level", "INFO"));
    }

    void on(boolean on) throws IOException {
        management.execute("write-attribute", logger, Map.of("name", "level", "value", on ? "INFO" : "WARN"));
    }
}
