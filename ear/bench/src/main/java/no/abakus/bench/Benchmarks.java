package no.abakus.bench;

import java.util.Map;
import java.util.TreeMap;
import no.abakus.bench.drills.DelayedDrill;
import no.abakus.bench.drills.FloodDrill;
import no.abakus.bench.drills.HeapDrill;
import no.abakus.bench.drills.HostileDrill;
import no.abakus.bench.drills.KillDrill;
import no.abakus.bench.drills.LimitsDrill;
import no.abakus.bench.drills.OutageDrill;
import no.abakus.bench.drills.RateDrill;
import no.abakus.bench.drills.StopDrill;

/** Runs the benchmark that {@code -Dbench=NAME} names. */
public final class Benchmarks {

    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(Map.<String, Benchmark>ofEntries(
            Map.entry("mdb", new MdbBenchmark()),
            Map.entry("results", new ResultsBenchmark()),
            Map.entry("delays", new DelaysBenchmark()),
            Map.entry("peers", new PeersBenchmark()),
            Map.entry("registrations", new RegistrationsBenchmark()),
            Map.entry("json-logs", new JsonLogs()),
            Map.entry(
                    "server-logs", (settings, report) -> ServerLogs.measure(settings, settings.repetitions(), report)),
            Map.entry("drill-kill", new KillDrill()),
            Map.entry("drill-stop", new StopDrill()),
            Map.entry("drill-limits", new LimitsDrill()),
            Map.entry("drill-heap", new HeapDrill()),
            Map.entry("drill-flood", new FloodDrill()),
            Map.entry("drill-rate", new RateDrill()),
            Map.entry("drill-outage", new OutageDrill()),
            Map.entry("drill-delayed", new DelayedDrill()),
            Map.entry("drill-hostile", new HostileDrill())));

    private Benchmarks() {}

    /**
     * Measures and reports. System properties say what to measure and how often (see {@link Settings}).
     *
     * @throws Exception if the server does not start, or something in it fails: a benchmark only measures what works
     */
    public static void main(String... none) throws Exception {
        String name = System.getProperty("bench", "");
        Benchmark benchmark = BY_NAME.get(name);
        if (benchmark == null) {
            throw new IllegalArgumentException(
                    "No benchmark is called '" + name + "': say -Dbench=NAME with one of " + BY_NAME.keySet());
        }
        Settings settings = Settings.of(System.getProperties());
        Report report = new Report(name);
        benchmark.run(settings, report);
        report.print(System.out);
        System.out.println("Written to " + report.write(settings.output()));
    }
}
