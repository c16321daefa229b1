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
 * Stops the server by SIGTERM while fifty tasks run for five seconds each and more tasks wait. Then restarts the
 * server, and counts in the ledger how often each task ran. {@link #LATE} of the fifty tasks occupy a listener each,
 * and {@link #EARLY} occupy slots for tasks that are acknowledged early.
 */
final class StopDrill implements Benchmark {

    private static final int LATE = 16;
    private static final int EARLY = 34;
    private static final int WAITING = 30;
    private static final double SECONDS = 5;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (DrillServer server =
                DrillServer.fresh(settings, "drill-stop", "-Dabakus.tasks.acks.early-slots=" + EARLY)) {
            server.start();
            Instant due = Instant.now().plusSeconds(6);
            send(server.api(), "diagnostics.record_early", "early", EARLY, due);
            send(server.api(), "diagnostics.record", "late", LATE, due);
            send(server.api(), "diagnostics.record", "waiting", WAITING, due.plusSeconds(1));
            awaitStarted(server, due);

            Instant stopped = Instant.now();
            server.stop();
            report.add(new Measurement(
                    "from SIGTERM until the process is gone",
                    "all",
                    "s",
                    List.of(Duration.between(stopped, Instant.now()).toMillis() / 1e3)));
            Accounts atStop = accounts(server);
            one(report, "running at SIGTERM", LATE + EARLY);
            one(
                    report,
                    "of these, ended once when the process is gone",
                    once(atStop, "early", EARLY) + once(atStop, "late", LATE));
            int begunAfter = started(server, stopped);
            one(report, "begun after SIGTERM", begunAfter);

            server.start();
            awaitEmpty(server);
            server.stop();
            Accounts after = accounts(server);
            int all = EARLY + LATE + WAITING;
            int once = once(after, "early", EARLY) + once(after, "late", LATE) + once(after, "waiting", WAITING);
            one(report, "after the next start: run exactly once", once);
            if (begunAfter > 0) {
                report.print(System.out);
                throw new IllegalStateException(begunAfter + " tasks have started after SIGTERM; see " + server.log());
            }
            if (once != all || once(atStop, "early", EARLY) + once(atStop, "late", LATE) != EARLY + LATE) {
                report.print(System.out);
                throw new IllegalStateException(
                        "Of " + all + " tasks, " + once + " ran exactly once; see " + server.log());
            }
        }
    }

    private static void send(TaskApi api, String task, String prefix, int count, Instant due) throws Exception {
        for (int i = 0; i < count; i++) {
            api.send(task, Map.of("args", List.of(prefix + i, SECONDS), "eta", due.toString()));
        }
    }

    /** Waits until as many tasks as possible are running. They start a little after they are due. */
    private static void awaitStarted(DrillServer server, Instant due) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (started(server, Instant.EPOCH) < LATE + EARLY) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "Not all fifty tasks that were due at " + due + " have started; see " + server.log());
            }
            Thread.sleep(100);
        }
    }

    private static int started(DrillServer server, Instant from) throws IOException {
        return new LoggedEvents(server.log()).of("task_started", from).size();
    }

    private static int once(Accounts accounts, String prefix, int count) {
        int once = 0;
        for (int i = 0; i < count; i++) {
            once += accounts.runs(prefix + i) == 1 ? 1 : 0;
        }
        return once;
    }

    private static Accounts accounts(DrillServer server) throws Exception {
        return Accounts.of(server.data());
    }

    private static void awaitEmpty(DrillServer server) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        int empty = 0;
        while (empty < 20) {
            empty = server.broker().messages("default") == 0 ? empty + 1 : 0;
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Tasks are still queued; see " + server.log());
            }
            Thread.sleep(300);
        }
    }

    private static void one(Report report, String metric, double value) {
        report.add(new Measurement(metric, "all", "tasks", List.of(value)));
    }
}
