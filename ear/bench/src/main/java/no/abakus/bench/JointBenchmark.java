package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures what it costs that Abakus has a data source of its own. Each task writes a row to the application's
 * database. The same transaction stores the task's result. In the first variant, the tables of Abakus are in their own
 * data source. In the second variant they are in that of the application, so the transaction has one participant fewer.
 */
final class JointBenchmark implements Benchmark {

    private static final String DRAIN = "drain";
    private static final String OWN = "tables in a data source of Abakus' own";
    private static final String SHARED = "tables in the application's data source";
    private static final int LOG_KEPT = 1 << 20;
    private static final int KEYS = 0;
    private static final int TRANSACTION = 100;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Samples samples = new Samples();
        measure(settings, OWN, List.of(), samples, report);
        measure(
                settings,
                SHARED,
                List.of("-Dabakus.tasks.result.data-source=java:comp/DefaultDataSource"),
                samples,
                report);
        report.add(new Comparison(
                "own to application's",
                samples.measurement(DRAIN, OWN),
                samples.measurement(DRAIN, SHARED),
                Optional.empty()));
    }

    private static void measure(Settings settings, String variant, List<String> options, Samples samples, Report report)
            throws Exception {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        try (Server server = Server.start(settings, archive, LOG_KEPT, options);
                Circumstances circumstances = new Circumstances(report, server.management())) {
            Deployed deployed = new Deployed(server.web("/bench/measure"));
            HeldQueue queue = new HeldQueue(
                    server.management(),
                    List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war"),
                    Way.OURS.queue());
            new LogLines(server.management(), Way.OURS.logger()).on(false);
            deployed.prepareJoint();
            System.out.println(variant + ": warming up");
            drain(deployed, queue, settings.messages(), variant, new Samples());
            for (int round = 0; round < settings.repetitions(); round++) {
                System.out.println(variant + ": measuring round " + (round + 1) + " of " + settings.repetitions());
                drain(deployed, queue, settings.messages(), variant, samples);
            }
        }
    }

    private static void drain(Deployed deployed, HeldQueue queue, int count, String variant, Samples samples)
            throws IOException, InterruptedException {
        queue.hold();
        deployed.sendJoint(KEYS, count, TRANSACTION);
        deployed.expect(count);
        queue.release();
        Deployed.Spent spent = deployed.drain();
        samples.add(DRAIN, variant, "tasks/s", count * 1e9 / spent.nanos());
        samples.add(DRAIN + " cpu", variant, "us", spent.processorNanos() / 1e3 / count);
    }
}
