package no.abakus.bench.drills;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/**
 * Fills a cluster with a million tasks that are due tomorrow and with a million stored results. Measures how much the
 * heaps of the nodes grow, how fast the nodes count the tasks, and how much time passes from the stop of both brokers,
 * through their restart, until a new task has run. Also measures how fast a result is read by its id, and whether tasks
 * still run while expired results are deleted. The nodes delete expired results every five minutes.
 *
 * <p>Properties: {@code drill.nodes}, {@code drill.tasks} and {@code drill.results}, the numbers of nodes, tasks and
 * results. Their defaults are 2, 1,000,000 and 1,000,000.
 */
final class VolumeDrill implements Benchmark {

    private static final int COUNTS = 9;
    private static final int READS = 400;
    private static final int WARM_UP = 100;
    private static final double LONGEST_COUNT_SECONDS = 1;
    private static final double LONGEST_RESTART_SECONDS = 60;
    private static final double LONGEST_READ_SECONDS = 0.01;
    private static final double LONGEST_PAUSE_SECONDS = 5;
    private static final double MOST_GROWN_MEGABYTES = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<String> broken = new ArrayList<>();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int tasks = Integer.getInteger("drill.tasks", 1_000_000);
        int results = Integer.getInteger("drill.results", 1_000_000);
        report.circumstance("tasks that wait for a day", tasks);
        report.circumstance("kept results", results);
        try (Cluster cluster = Cluster.start(DrillCluster.layout(settings, "drill-volume"))) {
            List<ClusterNode> nodes = IntStream.rangeClosed(1, Integer.getInteger("drill.nodes", 2))
                    .mapToObj(number -> DrillCluster.node(cluster, number, List.of()))
                    .toList();
            DrillCluster.boot(nodes);
            TaskApi api = DrillCluster.api(nodes.get(0));
            DelayedDrill.newTask(api);
            Map<String, Double> before = NodeHeaps.megabytes(api, nodes);
            DelayedDrill.spawn(
                    api, "diagnostics.add", List.of(1, 2), tasks, Instant.now().plus(Duration.ofDays(1)));
            DelayedDrill.awaitScheduled(api, tasks);
            flat(before, NodeHeaps.megabytes(api, nodes), report);
            count(api, tasks, report);
            restart(cluster, api, report);
            count(api, tasks, report);
            KeptResults kept = new KeptResults(cluster);
            kept.copy(stored(api), results);
            read(api, results, report);
            cleanUp(cluster, nodes, kept, report);
        }
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    /** Compares the heaps, which must not depend on the number of waiting tasks. */
    private void flat(Map<String, Double> before, Map<String, Double> after, Report report) {
        for (String node : after.keySet()) {
            double grown = after.get(node) - before.get(node);
            report.add(new Measurement("growth of the heap with the waiting tasks", node, "MB", List.of(grown)));
            require(grown, MOST_GROWN_MEGABYTES, "with the waiting tasks, the heap of " + node + " grows by", "MB");
        }
    }

    private void count(TaskApi api, int tasks, Report report) throws IOException, InterruptedException {
        DelayedDrill.awaitScheduled(api, tasks);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < COUNTS; i++) {
            long begun = System.nanoTime();
            api.get("queues");
            seconds.add(since(begun));
        }
        report.add(new Measurement("counts of all queues", "GET /queues", "s", seconds));
        require(Collections.max(seconds), LONGEST_COUNT_SECONDS, "counting the queues takes", "s");
    }

    private void restart(Cluster cluster, TaskApi api, Report report) throws Exception {
        long begun = System.nanoTime();
        cluster.backup().close();
        cluster.primary().close();
        cluster.primary().start();
        cluster.backup().start();
        awaitNewTask(api, begun);
        double seconds = since(begun);
        report.add(new Measurement("restart of both brokers, until a new task has run", "pair", "s", List.of(seconds)));
        require(seconds, LONGEST_RESTART_SECONDS, "a restart of both brokers takes", "s");
    }

    /** Sends tasks, one after the other, until a call succeeds. Waits at most two minutes for that task's result. */
    private static void awaitNewTask(TaskApi api, long begun) throws IOException, InterruptedException {
        while (true) {
            try {
                DelayedDrill.newTask(api);
                return;
            } catch (IOException e) {
                if (since(begun) > PATIENCE.toSeconds()) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    private static String stored(TaskApi api) throws IOException, InterruptedException {
        String id = api.send("diagnostics.add", Map.of("args", List.of(1, 2), "ignore_result", false));
        long begun = System.nanoTime();
        while (!api.get("results/" + id + "?wait=30").path("state").asText().equals("SUCCESS")) {
            if (since(begun) > PATIENCE.toSeconds()) {
                throw new IOException("The task " + id + " has no result after " + PATIENCE);
            }
            Thread.sleep(100);
        }
        return id;
    }

    private void read(TaskApi api, int results, Report report) throws IOException, InterruptedException {
        Random random = new Random(results);
        List<Double> seconds = new ArrayList<>();
        for (int i = -WARM_UP; i < READS; i++) {
            long begun = System.nanoTime();
            api.get("results/" + KeptResults.id(1 + random.nextInt(results)));
            if (i >= 0) {
                seconds.add(since(begun));
            }
        }
        report.add(new Measurement("a result by its id", "GET /results/{id}", "s", seconds));
        Collections.sort(seconds);
        double p95 = seconds.get(READS * 95 / 100);
        report.add(new Measurement("a result by its id, p95", "GET /results/{id}", "s", List.of(p95)));
        require(p95, LONGEST_READ_SECONDS, "reading a result takes (p95)", "s");
    }

    private void cleanUp(Cluster cluster, List<ClusterNode> nodes, KeptResults kept, Report report)
            throws SQLException, InterruptedException {
        List<Load> loads = Load.several(1, new Balancer(nodes));
        kept.expire();
        Instant from = Instant.now();
        while (kept.left() > 0) {
            if (from.plus(PATIENCE).isBefore(Instant.now())) {
                broken.add(kept.left() + " expired results are still there after " + PATIENCE);
                break;
            }
            Thread.sleep(2_000);
        }
        double pause = new ClusterLedger(cluster).longestPause(from);
        for (Load load : loads) {
            load.close();
        }
        report.add(new Measurement(
                "longest time without an effect while results are deleted", "cluster", "s", List.of(pause)));
        require(pause, LONGEST_PAUSE_SECONDS, "while results are deleted, work stands still for", "s");
    }

    private void require(double found, double most, String what, String unit) {
        if (found > most) {
            broken.add(what + " " + found + " " + unit);
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
