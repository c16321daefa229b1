package no.abakus.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Adds the machine, the server and the load average to the report. Keep this object open during the measurements,
 * because it adds the load average when it is closed.
 */
final class Circumstances implements AutoCloseable {

    private final OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    private final double loadBefore = machine.getSystemLoadAverage();
    private final Report report;

    Circumstances(Report report, Management server) throws IOException {
        this(report, server.version(), server.journal());
    }

    Circumstances(Report report, String server, String journal) {
        this.report = report;
        report.circumstance(
                "begun", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.circumstance(
                "machine",
                machine.getAvailableProcessors() + " processors, " + machine.getName() + " " + machine.getVersion());
        report.circumstance(
                "java", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        report.circumstance("server", server);
        report.circumstance("journal", journal);
    }

    @Override
    public void close() {
        report.circumstance(
                "load average, before and after",
                String.format(Locale.ROOT, "%.1f, %.1f", loadBefore, machine.getSystemLoadAverage()));
    }
}
