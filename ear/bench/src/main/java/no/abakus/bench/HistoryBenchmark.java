package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures what it costs to keep a history. A full queue is drained with and without a history, in turn, on the same
 * server. In one series of drains all tasks succeed, and in the other all tasks fail.
 */
final class HistoryBenchmark implements Benchmark {

    private static final String DRAIN = "drain";
    private static final String WITH = "with a history";
    private static final String WITHOUT = "without";
    private static final int LOG_KEPT = 1 << 20;
    private static final int KEYS = 5;
    private static final int TRANSACTION = 100;
    private static final double SUCCEEDING_TARGET = 0.97;
    private static final double FAILING_TARGET = 0.8;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        if (settings.stores().contains("h2")) {
            try (Server server = Server.start(settings, archive, LOG_KEPT);
                    Circumstances circumstances = new Circumstances(report, server.management())) {
                measure(settings, server, archive, "H2", report);
            }
        }
        if (settings.stores().contains("postgresql")) {
            try (Postgresql database = Postgresql.start();
                    Server server = Server.start(
                            settings,
                            archive,
                            LOG_KEPT,
                            List.of("-Dabakus.tasks.result.data-source=" + Postgresql.DATA_SOURCE));
                    Circumstances circumstances = new Circumstances(report, server.management())) {
                database.addTo(server.management());
                measure(settings, server, archive, "PostgreSQL", report);
            }
        }
    }

    private static void measure(Settings settings, Server server, Path archive, String store, Report report)
            throws IOException, InterruptedException {
        Deployed deployed = new Deployed(server.web("/bench/measure"));
        HeldQueue queue = new HeldQueue(
                server.management(),
                List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war"),
                Way.OURS.queue());
        new LogLines(server.management(), Way.OURS.logger()).on(false);
        // After the failing series, the database is still busy with writes and clean-up for a while, which would slow
        // down a succeeding series that came next.
        Samples samples = new Samples();
        for (boolean isFailing : List.of(false, true)) {
            Drains drains = new Drains(deployed, queue, name(store, isFailing), isFailing, count(settings, isFailing));
            System.out.println(drains.name() + "warming up");
            drains.round(0, new Samples());
            for (int round = 0; round < settings.repetitions(); round++) {
                System.out.println(drains.name() + "measuring round " + (round + 1) + " of " + settings.repetitions());
                drains.round(round, samples);
            }
        }
        for (boolean isFailing : List.of(false, true)) {
            String name = name(store, isFailing);
            report.add(new Comparison(
                    name + WITH,
                    samples.measurement(DRAIN, name + WITH),
                    samples.measurement(DRAIN, name + WITHOUT),
                    Optional.of(Target.atLeast(DRAIN, isFailing ? FAILING_TARGET : SUCCEEDING_TARGET))));
        }
    }

    private static String name(String store, boolean isFailing) {
        return store + ", all " + (isFailing ? "fail, " : "succeed, ");
    }

    /**
     * Returns how many tasks a drain has. A failure takes several times as long as a success, so a drain of failing
     * tasks has fewer of them.
     */
    private static int count(Settings settings, boolean isFailing) {
        return isFailing ? Math.max(1, settings.messages() / 4) : settings.messages();
    }

    private record Drains(Deployed deployed, HeldQueue queue, String name, boolean isFailing, int count) {

        /**
         * Drains once with and once without a history. The order alternates from round to round, so that neither drain
         * is always second.
         */
        void round(int round, Samples samples) throws IOException, InterruptedException {
            boolean first = round % 2 == 0;
            drain(first, samples);
            drain(!first, samples);
        }

        private void drain(boolean isKept, Samples samples) throws IOException, InterruptedException {
            queue.hold();
            deployed.history(isKept);
            if (isFailing) {
                deployed.sendFailing(KEYS, count, TRANSACTION);
            } else {
                deployed.send(Way.OURS, KEYS, count, TRANSACTION);
            }
            deployed.expect(count);
            queue.release();
            Deployed.Spent spent = deployed.drain();
            samples.add(DRAIN, name + (isKept ? WITH : WITHOUT), "tasks/s", count * 1e9 / spent.nanos());
        }
    }
}
