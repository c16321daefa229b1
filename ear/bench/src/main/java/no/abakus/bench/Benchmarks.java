package no.abakus.bench;

import java.util.Map;
import java.util.TreeMap;
import no.abakus.bench.drills.Drills;

/** Runs the benchmark that {@code -Dbench=NAME} names. */
public final class Benchmarks {

    private static final Map<String, Benchmark> BY_NAME = byName();

    private Benchmarks() {}

    private static Map<String, Benchmark> byName() {
        Map<String, Benchmark> all = new TreeMap<>(Map.<String, Benchmark>ofEntries(
                Map.entry("mdb", new MdbBenchmark()),
                Map.entry("results", new ResultsBenchmark()),
                Map.entry("history", new HistoryBenchmark()),
                Map.entry("joint", new JointBenchmark()),
                Map.entry("console", new ConsoleBenchmark()),
                Map.entry("seed", new SeedBenchmark()),
                Map.entry("delays", new DelaysBenchmark()),
                Map.entry("peers", new PeersBenchmark()),
                Map.entry("registrations", new RegistrationsBenchmark()),
                Map.entry("json-logs", new JsonLogs()),
                Map.entry(
                        "server-logs",
                        (settings, report) -> ServerLogs.measure(settings, settings.repetitions(), report))));
        Drills.BY_NAME.forEach((name, drill) -> all.put("drill-" + name, drill));
        return all;
    }

    /**
     * Runs the benchmark, then prints the report and writes it to a file. System properties say what to measure and how
     * often (see {@link Settings}).
     *
     * @throws Exception if a server does not start, or if something in it fails. A failure ends the run, because
     *     figures from a broken server mean nothing
     */
    public static void main(String... none) throws Exception {
        String name = System.getProperty("bench", "");
        Benchmark benchmark = BY_NAME.get(name);
        if (benchmark == null) {
            throw new IllegalArgumentException(
                    "No benchmark is called '" + name + "'. Set -Dbench to one of " + BY_NAME.keySet());
        }
        Settings settings = Settings.of(System.getProperties());
        Report report = new Report(name);
        benchmark.run(settings, report);
        report.print(System.out);
        System.out.println("Written to " + report.write(settings.output()));
    }
}
