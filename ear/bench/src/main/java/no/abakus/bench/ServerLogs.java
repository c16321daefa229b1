package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how many lines per second get from the loggers in a WildFly server to the reader of its stdout. Our handler
 * and WildFly's console-handler with its json-formatter are measured in turn in one server.
 */
final class ServerLogs {
    private static final int SECONDS = 3;
    private static final int LOG_KEPT = 1 << 16;
    private static final double LINES = 1.5;
    private static final double SCALING = 1.0;
    private static final List<String> FORMATTER = List.of("subsystem", "logging", "json-formatter", "BENCH");
    private static final List<String> CONSOLE = List.of("subsystem", "logging", "console-handler", "CONSOLE");
    private static final List<String> ROOT = List.of("subsystem", "logging", "root-logger", "ROOT");

    private static final String LOG = "Log";
    private static final String SAME_CALLS = "the same calls";
    private static final String THEIRS = "json-formatter";

    private final Deployed deployed;
    private final Management management;
    private final Samples samples = new Samples();
    private final int processors = Runtime.getRuntime().availableProcessors();

    private ServerLogs(Deployed deployed, Management management) {
        this.deployed = deployed;
        this.management = management;
    }

    static void measure(Settings settings, int repetitions, Report report) throws IOException, InterruptedException {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        try (Server server = Server.start(settings, archive, LOG_KEPT);
                Circumstances circumstances = new Circumstances(report, server.management())) {
            ServerLogs logs = new ServerLogs(new Deployed(server.web("/bench/measure")), server.management());
            logs.addTheirs();
            for (int i = 0; i < repetitions; i++) {
                logs.round();
            }
            logs.compare(report);
        }
    }

    private void addTheirs() throws IOException {
        management.execute("add", FORMATTER, Map.of());
        management.execute("write-attribute", CONSOLE, Map.of("name", "named-formatter", "value", "BENCH"));
        management.execute("write-attribute", CONSOLE, Map.of("name", "level", "value", "ALL"));
    }

    private void round() throws IOException, InterruptedException {
        for (int threads : threads()) {
            handler("ABAKUS");
            sample(LOG, "log", threads);
            sample(SAME_CALLS, "mdc", threads);
            handler("CONSOLE");
            sample(THEIRS, "mdc", threads);
        }
        handler("ABAKUS");
    }

    private void handler(String name) throws IOException {
        management.execute("write-attribute", ROOT, Map.of("name", "handlers", "value", List.of(name)));
    }

    private void sample(String variant, String way, int threads) throws IOException, InterruptedException {
        double rate = deployed.logLines(way, threads, SECONDS);
        System.out.println("WildFly's stdout, " + variant + ", " + threads + " threads: " + Math.round(rate) + "/s");
        samples.add(metric(threads), variant, "lines/s", rate);
    }

    private void compare(Report report) {
        for (String ours : List.of(LOG, SAME_CALLS)) {
            for (int threads : threads()) {
                report.add(comparison(
                        ours,
                        samples.measurement(metric(threads), ours),
                        samples.measurement(metric(threads), THEIRS),
                        LINES));
            }
            report.add(comparison(ours, scaling(ours), scaling(THEIRS), SCALING));
        }
    }

    private static Comparison comparison(String variant, Measurement ours, Measurement theirs, double least) {
        return new Comparison(
                variant + " beside " + THEIRS, ours, theirs, Optional.of(Target.atLeast(ours.metric(), least)));
    }

    /** Returns the throughput of one thread per processor, relative to that of a single thread. */
    private Measurement scaling(String variant) {
        Measurement all = samples.measurement(metric(processors), variant);
        Measurement one = samples.measurement(metric(1), variant);
        return new Measurement(
                "WildFly's stdout, " + processors + " threads over 1",
                variant,
                "x",
                all.relativeTo(one, variant).values());
    }

    private int[] threads() {
        return new int[] {1, processors, 4 * processors};
    }

    private static String metric(int threads) {
        return "WildFly's stdout, " + threads + (threads == 1 ? " thread" : " threads");
    }
}
