package no.abakus.bench;

import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmark that {@code -Dbench=NAME} names. */
public final class Benchmarks {

    private static final Map<String, Benchmark> BY_NAME =
            new TreeMap<>(Map.of("mdb", new MdbBenchmark(), "registrations", new RegistrationsBenchmark()));

    private Benchmarks() {}

    /**
     * Measures and reports; what is to be measured, and how often, say system properties (see {@link Settings}).
     *
     * @throws Exception if the server does not start, or something in it fails: a benchmark measures only what works
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
