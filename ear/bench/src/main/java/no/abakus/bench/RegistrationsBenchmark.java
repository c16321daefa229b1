package no.abakus.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Measures a rush of registrations in the sample application. All users register for the same event, and all
 * registrations are due at the same instant. Half of the users get a place. The benchmark measures what a user sees:
 * the time from that instant until a registration is settled and committed. A wrong result ends the benchmark.
 */
final class RegistrationsBenchmark implements Benchmark {

    private static final List<Integer> USERS = List.of(200, 2_000);
    private static final int WARM_UP_ROUNDS = 1;
    private static final String API = "/registrations/api";
    private static final int LOG_KEPT = 512 << 20;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/sample-app/target/abakus-sample.ear");
        if (settings.payara()) {
            // The API refuses requests without a password, so a 401 shows that the API is deployed.
            try (PayaraServer server = PayaraServer.start(
                            settings, archive, LOG_KEPT, API + "/events/none", HttpURLConnection.HTTP_UNAUTHORIZED);
                    Circumstances circumstances = new Circumstances(report, server.version(), server.journal())) {
                measure(settings, new Registrations(server.web(API)), server.log(), report);
            }
        } else {
            try (Server server = Server.start(settings, archive, LOG_KEPT);
                    Circumstances circumstances = new Circumstances(report, server.management())) {
                measure(settings, new Registrations(server.web(API)), server.log(), report);
            }
        }
    }

    private static void measure(Settings settings, Registrations registrations, Path log, Report report)
            throws IOException, InterruptedException {
        Samples samples = new Samples();
        for (int round = -WARM_UP_ROUNDS; round < settings.repetitions(); round++) {
            System.out.println(
                    round < 0 ? "Warming up" : "Measuring round " + (round + 1) + " of " + settings.repetitions());
            for (int users : USERS) {
                burst(log, registrations, users, round < 0 ? new Samples() : samples);
            }
        }
        report.circumstance(
                "checked in each burst",
                "half admitted, half waiting, none pending or failed, no pool above its capacity, nobody settled twice");
        for (String metric : samples.metrics()) {
            for (int users : USERS) {
                report.add(samples.measurement(metric, users + " users"));
            }
        }
    }

    private static void burst(Path log, Registrations registrations, int users, Samples samples)
            throws IOException, InterruptedException {
        TaskEnds ends = new TaskEnds(log);
        String event = registrations.open(users / 2);
        Registrations.Batch batch = registrations.register(event, users);
        registrations.awaitSettled(event);
        ends.await(batch.taskIds());

        check(registrations.view(event), users, ends.runs(batch.taskIds()));
        List<Double> millis = ends.succeededAt(batch.taskIds()).stream()
                .map(end -> Duration.between(batch.due(), end).toNanos() / 1e6)
                .toList();
        String variant = users + " users";
        samples.add("settled", variant, "tasks/s", users * 1e3 / Measurement.quantile(millis, 1));
        samples.add("due to commit p50", variant, "ms", Measurement.quantile(millis, 0.5));
        samples.add("due to commit p95", variant, "ms", Measurement.quantile(millis, 0.95));
        samples.add("retries", variant, "retries", ends.retries(batch.taskIds()));
    }

    private static void check(Registrations.View view, int users, List<Integer> runs) {
        Registrations.View expected = new Registrations.View(users / 2, users - users / 2, 0, 0, List.of(users / 2, 0));
        if (!view.equals(expected)) {
            throw new IllegalStateException(
                    "The registrations of " + users + " users ended as " + view + " instead of " + expected);
        }
        if (!Set.of(1).equals(Set.copyOf(runs))) {
            throw new IllegalStateException("A registration was settled more than once: " + runs);
        }
    }
}
