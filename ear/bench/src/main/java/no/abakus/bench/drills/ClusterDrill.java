package no.abakus.bench.drills;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/**
 * Four nodes start at the same time on an empty database. Then their tasks spread, the active broker is killed under
 * load and comes back, a node is killed while it works, and a second node starts with a name that is taken.
 *
 * <p>Property: {@code drill.load}, how many seconds of load there are before and after the failure of the broker (10).
 */
final class ClusterDrill implements Benchmark {

    private static final int NODES = 4;
    private static final int SPREAD = 160;
    private static final int RUNNING = 64;
    private static final int FIRST_OF_THE_KILLED = 1_000_000;
    private static final Duration BOOT = Duration.ofMinutes(8);
    /** The guide cluster.md says how long each step takes. */
    private static final Duration RUN_ELSEWHERE = Duration.ofMinutes(1);

    private static final Duration FAILOVER = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(2);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (Cluster cluster = DrillCluster.start(settings)) {
            List<ClusterNode> nodes = IntStream.rangeClosed(1, NODES)
                    .mapToObj(number -> DrillCluster.node(cluster, number, "node" + number))
                    .toList();
            startTogether(nodes, report);
            spread(nodes, report);
            failOver(cluster, nodes, report);
            killNode(cluster, nodes, report);
            sameName(cluster, nodes.get(0), report);
        }
    }

    private static void startTogether(List<ClusterNode> nodes, Report report) throws Exception {
        long begun = System.nanoTime();
        for (ClusterNode node : nodes) {
            node.launch();
        }
        for (ClusterNode node : nodes) {
            node.awaitReady(BOOT);
        }
        report.add(seconds("four nodes at once on an empty database, until all are ready", since(begun)));
    }

    private static void spread(List<ClusterNode> nodes, Report report) throws Exception {
        TaskApi api = DrillCluster.api(nodes.get(0));
        Senders.send(
                0,
                SPREAD,
                number -> api.send(
                        "diagnostics.sleep",
                        Map.of("args", List.of(0.2), "task_id", "spread-" + number, "ignore_result", false)));
        Set<String> workers = new HashSet<>();
        for (int number = 0; number < SPREAD; number++) {
            workers.add(api.get("results/spread-" + number + "?wait=30")
                    .path("worker")
                    .asText());
        }
        report.circumstance("nodes that ran some of " + SPREAD + " tasks", workers);
        require(workers.size() == NODES, "tasks spread over " + NODES + " nodes, but they ran on " + workers);
    }

    private static void failOver(Cluster cluster, List<ClusterNode> nodes, Report report) throws Exception {
        long millis = Integer.getInteger("drill.load", 10) * 1_000L;
        Load load = Load.on(DrillCluster.api(nodes.get(1))::send);
        Thread.sleep(millis);
        long begun = System.nanoTime();
        cluster.primary().kill();
        cluster.backup().awaitActive(FAILOVER);
        report.add(seconds("from the kill of the active broker until its backup is active", since(begun)));
        Thread.sleep(millis);
        cluster.primary().start();
        report.add(seconds("from the kill until the first broker is active again", since(begun)));
        Thread.sleep(millis);
        load.close();
        Set<String> expected = new HashSet<>();
        for (Mode mode : Mode.values()) {
            load.taken(mode).forEach(number -> expected.add(mode.key(number)));
        }
        int lost = new ClusterLedger(cluster).missingAfter(expected, SETTLED).size();
        report.circumstance("tasks accepted around two failovers", expected.size());
        report.circumstance("calls refused meanwhile", load.refused());
        report.add(new Measurement("lost around two failovers", "all modes", "tasks", List.of((double) lost)));
        require(lost == 0, "no task is lost, but " + lost + " of " + expected.size() + " were");
    }

    private static void killNode(Cluster cluster, List<ClusterNode> nodes, Report report) throws Exception {
        TaskApi api = DrillCluster.api(nodes.get(0));
        ClusterNode killed = nodes.get(2);
        Set<String> expected = new HashSet<>();
        for (int number = 0; number < RUNNING; number++) {
            expected.add(Mode.LATE.key(FIRST_OF_THE_KILLED + number));
        }
        Senders.send(
                FIRST_OF_THE_KILLED,
                FIRST_OF_THE_KILLED + RUNNING,
                number -> api.send(
                        Mode.LATE.task(),
                        Map.of("args", Arrays.asList(Mode.LATE.key(number), 3.0), "task_id", Mode.LATE.key(number))));
        int running = api.get("workers/active").path(killed.name()).size();
        long begun = System.nanoTime();
        killed.kill();
        List<String> missing = new ArrayList<>(new ClusterLedger(cluster).missingAfter(expected, RUN_ELSEWHERE));
        report.circumstance("tasks that the killed node was running", running);
        report.add(seconds("from kill -9 of a node until its tasks have run elsewhere", since(begun)));
        require(missing.isEmpty(), "all tasks run elsewhere within " + RUN_ELSEWHERE + ", but not these: " + missing);
    }

    private static void sameName(Cluster cluster, ClusterNode owner, Report report) throws Exception {
        ClusterNode second = DrillCluster.node(cluster, NODES + 1, owner.name());
        second.launch();
        long begun = System.nanoTime();
        while (!Files.exists(second.log()) || !Files.readString(second.log()).contains("node_name_taken")) {
            require(since(begun) < BOOT.toSeconds(), "a second node called " + owner.name() + " logs node_name_taken");
            Thread.sleep(500);
        }
        second.awaitHealth(503, BOOT);
        owner.awaitReady(Duration.ofSeconds(10));
        report.circumstance("a second node called " + owner.name(), "refused");
    }

    private static Measurement seconds(String what, double seconds) {
        return new Measurement(what, "cluster", "s", List.of(seconds));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("This promise does not hold: " + what);
        }
    }
}
