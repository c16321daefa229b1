package no.abakus.bench.drills;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;

/**
 * Lets a node with a heap of 256 MB run 100,000 tasks of a millisecond each. Measures how much of the heap is in use
 * after a garbage collection: after the first tenth of the tasks, after half of them, and at the end.
 *
 * <p>The property {@code drill.tasks} sets the number of tasks. Its default is 100,000.
 */
final class HeapDrill implements Benchmark {

    private static final double MEGA = 1_000_000;

    /** Two garbage collections may leave amounts that differ by this factor, although nothing happened in between. */
    private static final double TOLERATED = 1.1;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int tasks = Integer.getInteger("drill.tasks", 100_000);
        report.circumstance("tasks", tasks);
        try (DrillServer server = DrillServer.fresh(settings, "drill-heap").withMemory("-Xms256m -Xmx256m")) {
            server.start();
            List<Double> used = new ArrayList<>();
            used.add(after(server, 0, tasks / 10));
            used.add(after(server, tasks / 10, tasks / 2));
            used.add(after(server, tasks / 2, tasks));
            for (int i = 0; i < used.size(); i++) {
                String when =
                        List.of("after a tenth", "in the middle", "at the end").get(i);
                report.add(new Measurement("heap in use after a collection", when, "MB", List.of(used.get(i))));
            }
            int succeeded = new LoggedEvents(server.log())
                    .of("task_succeeded", Instant.EPOCH)
                    .size();
            report.add(new Measurement("tasks that succeeded", "all", "tasks", List.of((double) succeeded)));
            server.stop();
            if (succeeded < tasks || used.get(2) > used.get(0) * TOLERATED) {
                report.print(System.out);
                throw new IllegalStateException("The heap has grown, or tasks are missing; see " + server.log());
            }
        }
    }

    private static double after(DrillServer server, int from, int to) throws Exception {
        TaskApi api = server.api();
        Map<String, Object> call = Map.of("args", List.of(0.001));
        Senders.send(from, to, number -> api.send("diagnostics.sleep", call));
        while (server.broker().messages("default") > 0) {
            Thread.sleep(200);
        }
        return used(server);
    }

    /** Returns the lowest of three values, because a collection may miss what was just released. */
    private static double used(DrillServer server) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            Thread.sleep(1_000);
            least = Math.min(least, server.broker().heapAfterCollection() / MEGA);
        }
        return least;
    }
}
