package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures what it costs to store results, in H2 and in PostgreSQL, and what each serializer and each compressor costs.
 * Every round also measures the hand-written listener, once without and once with stored results.
 */
final class ResultsBenchmark implements Benchmark {

    private static final String H2 = "H2";
    private static final String POSTGRESQL = "PostgreSQL";
    private static final int LOG_KEPT = 1 << 20;
    private static final int MOST_ROUNDS = 3;

    private static final List<String> ACCEPT_ALL = List.of("-Dabakus.tasks.body.accept=json,yaml,msgpack,cbor,java");

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        if (settings.stores().contains("h2")) {
            inH2(settings, archive, report);
        }
        if (settings.stores().contains("postgresql")) {
            inPostgresql(settings, archive, report);
        }
    }

    private static void inH2(Settings settings, Path archive, Report report) throws Exception {
        List<TextVariant> variants = new ArrayList<>(TextVariant.stored());
        variants.addAll(TextVariant.written());
        try (Server server = Server.start(settings, archive, LOG_KEPT, ACCEPT_ALL);
                Circumstances circumstances = new Circumstances(report, server.management())) {
            measure(settings, server, archive, H2, variants, report);
        }
    }

    private static void inPostgresql(Settings settings, Path archive, Report report) throws Exception {
        try (Postgresql database = Postgresql.start();
                Server server = Server.start(
                        settings,
                        archive,
                        LOG_KEPT,
                        List.of("-Dabakus.tasks.result.data-source=" + Postgresql.DATA_SOURCE));
                Circumstances circumstances = new Circumstances(report, server.management())) {
            database.addTo(server.management());
            measure(settings, server, archive, POSTGRESQL, TextVariant.stored(), report);
        }
    }

    private static void measure(
            Settings settings, Server server, Path archive, String store, List<TextVariant> variants, Report report)
            throws IOException, InterruptedException {
        ResultsRun run = new ResultsRun(settings, server, archive);
        System.out.println(store + ": warming up");
        run.round(variants, store, new Samples());
        run.waits(store, new Samples());
        Samples samples = new Samples();
        int rounds = Math.min(settings.repetitions(), MOST_ROUNDS);
        for (int round = 0; round < rounds; round++) {
            System.out.println(store + ": measuring round " + (round + 1) + " of " + rounds);
            run.round(variants, store, samples);
            run.waits(store, samples);
        }
        for (String metric : List.of(ResultsRun.DRAIN, ResultsRun.SEND)) {
            Measurement bare = samples.measurement(metric, ResultsRun.BARE);
            for (TextVariant variant : variants) {
                String name = store + ", " + variant;
                report.add(new Comparison(name, samples.measurement(metric, name), bare, target(metric, variant)));
            }
        }
        String byHand = store + ", " + ResultsRun.BY_HAND;
        Measurement bare = samples.measurement(ResultsRun.DRAIN, ResultsRun.BARE);
        Measurement bareKeeping = samples.measurement(ResultsRun.DRAIN, byHand);
        report.add(new Comparison(byHand, bareKeeping, bare, Optional.empty()));
        for (TextVariant variant : TextVariant.stored()) {
            if (variant.size() <= 100 && variant.kept() != TextVariant.Kept.NOTHING) {
                String name = store + ", " + variant;
                Measurement ours = samples.measurement(ResultsRun.DRAIN, name);
                String compared = name + ", compared with stored by hand";
                report.add(new Comparison(compared, ours, bareKeeping, Optional.empty()));
            }
        }
        for (String part : List.of(" p50", " p95")) {
            report.add(samples.measurement(ResultsRun.WAIT + part, store));
        }
    }

    private static Optional<Target> target(String metric, TextVariant variant) {
        if (!metric.equals(ResultsRun.DRAIN) || variant.size() > 100) {
            return Optional.empty();
        }
        return Optional.of(Target.atLeast(metric, variant.kept() == TextVariant.Kept.NOTHING ? 0.8 : 0.5));
    }
}
