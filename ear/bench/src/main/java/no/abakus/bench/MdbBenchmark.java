package no.abakus.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures what the task system costs compared to a hand-written message-driven bean with the same queue settings, the
 * same messages and the same number of sessions.
 */
final class MdbBenchmark implements Benchmark {

    private static final int WARM_UP_ROUNDS = 2;
    private static final int LOG_KEPT = 1 << 20;

    private static final List<Target> TARGETS = List.of(
            Target.atLeast(MdbRun.DRAIN, 0.8),
            Target.atLeast(MdbRun.SEND, 0.8),
            Target.atLeast(MdbRun.SEND_TOGETHER, 0.8),
            Target.atMost(MdbRun.LATENCY + " p50", 1.3));

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        if (settings.payara()) {
            // The servlet only supports POST, so it responds with 405 once it is deployed.
            try (PayaraServer server = PayaraServer.start(
                    settings, archive, LOG_KEPT, "/bench/measure/heap", HttpURLConnection.HTTP_BAD_METHOD)) {
                Deployed deployed = new Deployed(server.web("/bench/measure"));
                measure(settings, deployed, new PayaraSteering(deployed, server), report);
            }
        } else {
            try (Server server = Server.start(settings, archive, LOG_KEPT)) {
                Deployed deployed = new Deployed(server.web("/bench/measure"));
                measure(settings, deployed, new WildFlySteering(server.management(), archive), report);
            }
        }
    }

    private static void measure(Settings settings, Deployed deployed, Steering steering, Report report)
            throws IOException, InterruptedException {
        try (Circumstances circumstances = new Circumstances(report, steering.server(), steering.journal())) {
            MdbRun run = new MdbRun(settings, deployed, steering);
            run.learn();
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                System.out.println("Warming up, " + (round + 1) + " of " + WARM_UP_ROUNDS);
                run.round(round, new Samples());
            }
            Samples samples = new Samples();
            for (int round = 0; round < settings.repetitions(); round++) {
                System.out.println("Measuring round " + (round + 1) + " of " + settings.repetitions());
                run.round(round, samples);
            }
            compare(samples, report);
        }
    }

    private static void compare(Samples samples, Report report) {
        for (String metric : samples.metrics()) {
            Optional<Target> target =
                    TARGETS.stream().filter(one -> one.metric().equals(metric)).findFirst();
            for (Variant variant : Variant.all()) {
                report.add(new Comparison(
                        variant.toString(),
                        samples.measurement(metric, variant.of(Way.OURS)),
                        samples.measurement(metric, variant.of(Way.BARE)),
                        target));
            }
        }
    }
}
