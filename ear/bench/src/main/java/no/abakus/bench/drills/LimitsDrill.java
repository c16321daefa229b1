package no.abakus.bench.drills;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;

/**
 * Sends 2,000 tasks. Every tenth task goes on computing far beyond its time limit and ignores interrupts. Checks that
 * the other tasks end, that the node reports itself as unhealthy during this time, and that it recovers.
 */
final class LimitsDrill implements Benchmark {

    private static final int TASKS = 2_000;
    private static final int STUBBORN_EACH = 10;
    private static final int STUBBORN = TASKS / STUBBORN_EACH;
    private static final double STUBBORN_SECONDS = 5;
    private static final double LIMIT_SECONDS = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (DrillServer server = DrillServer.fresh(settings, "drill-limits")) {
            server.start();
            TaskApi api = server.api();
            Instant begun = Instant.now();
            HealthWatch health = HealthWatch.of(api);
            Senders.send(0, TASKS, number -> send(api, number));
            awaitOthers(server, begun);
            one(report, "until the other 1,800 have ended", "s", since(begun));
            while (api.health() != 200) {
                Thread.sleep(100);
            }
            one(report, "until the node is well again", "s", since(begun));
            health.close();
            double unwell = health.unwellSeconds();
            one(report, "of that, not well (503)", "s", unwell);
            LoggedEvents events = new LoggedEvents(server.log());
            int exceeded = events.of("task_time_limit_exceeded", begun).size();
            one(report, "tasks that failed at their limit", "tasks", exceeded);
            one(
                    report,
                    "times that the node took no work",
                    "times",
                    events.of("node_takes_no_work", begun).size());
            server.stop();
            Accounts accounts = Accounts.of(server.data());
            int once = 0;
            for (int i = 0; i < TASKS; i++) {
                once += accounts.runs("key" + i) == 1 ? 1 : 0;
            }
            one(report, "of the other 1,800, run exactly once", "tasks", once);
            if (once != TASKS - STUBBORN || exceeded != STUBBORN) {
                report.print(System.out);
                throw new IllegalStateException(once + " of the other tasks have run once, and " + exceeded + " of "
                        + STUBBORN + " failed at their limit; see " + server.log());
            }
            if (unwell == 0) {
                report.print(System.out);
                throw new IllegalStateException(
                        "The node should have reported that it is unhealthy, but never did; see " + server.log());
            }
        }
    }

    private static void send(TaskApi api, int number) throws Exception {
        if (number % STUBBORN_EACH == 0) {
            api.send("diagnostics.spin", Map.of("args", List.of(STUBBORN_SECONDS), "time_limit", LIMIT_SECONDS));
        } else {
            api.send("diagnostics.record", Map.of("args", List.of("key" + number, 0.01)));
        }
    }

    private static void awaitOthers(DrillServer server, Instant begun) throws IOException, InterruptedException {
        while (server.broker().messages("default") > 0) {
            if (Duration.between(begun, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new IOException("After " + PATIENCE + ", tasks are still queued; see " + server.log());
            }
            Thread.sleep(100);
        }
    }

    private static double since(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1e3;
    }

    private static void one(Report report, String metric, String unit, double value) {
        report.add(new Measurement(metric, "all", unit, List.of(value)));
    }
}
