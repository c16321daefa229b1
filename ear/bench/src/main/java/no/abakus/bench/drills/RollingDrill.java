package no.abakus.bench.drills;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/**
 * Restarts all nodes one after the other under load. Each node leaves the balancer before it is stopped and returns
 * when it is ready, as a pod of Kubernetes does. No request may fail, no task may be lost, and no task may run twice.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.nodes}, the number of nodes (3); {@code
 * drill.rounds}, how often all nodes are restarted (1).
 */
final class RollingDrill implements Benchmark {

    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** How long a request may take to reach its node after the balancer has passed it on. */
    private static final long PASSED_ON_MILLIS = 2_000;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (Cluster cluster = Cluster.start(DrillCluster.layout(settings, "drill-rolling"))) {
            List<ClusterNode> nodes = IntStream.rangeClosed(1, Integer.getInteger("drill.nodes", 3))
                    .mapToObj(number -> DrillCluster.node(cluster, number, List.of()))
                    .toList();
            DrillCluster.boot(nodes);
            Balancer balancer = new Balancer(nodes);
            Load load = Load.on(balancer);
            for (int round = Integer.getInteger("drill.rounds", 1); round > 0; round--) {
                for (ClusterNode node : nodes) {
                    restart(node, balancer);
                }
            }
            load.close();
            count(cluster, load, report);
        }
    }

    private static void restart(ClusterNode node, Balancer balancer) throws Exception {
        balancer.remove(node);
        Thread.sleep(PASSED_ON_MILLIS);
        node.close();
        node.launch();
        node.awaitReady(DrillCluster.BOOT);
        balancer.add(node);
    }

    private static void count(Cluster cluster, Load load, Report report) throws Exception {
        Set<String> expected = new HashSet<>();
        for (Mode mode : Mode.values()) {
            if (load.taken(mode).isEmpty()) {
                throw new IllegalStateException("No " + mode + " task was accepted, so nothing is shown");
            }
            load.taken(mode).forEach(number -> expected.add(mode.key(number)));
        }
        ClusterLedger ledger = new ClusterLedger(cluster);
        int lost = ledger.missingAfter(expected, SETTLED).size();
        int twice = ledger.twice(expected).size();
        report.circumstance("tasks accepted", expected.size());
        report.add(number("requests that failed", load.refused()));
        report.add(number("tasks lost", lost));
        report.add(number("tasks that ran twice", twice));
        if (load.refused() + lost + twice > 0) {
            report.print(System.out);
            throw new IllegalStateException("A rolling restart must lose and repeat nothing, but " + load.refused()
                    + " requests failed, " + lost + " tasks are lost, and " + twice + " ran twice");
        }
    }

    private static Measurement number(String what, int count) {
        return new Measurement(what, "all modes", "", List.of((double) count));
    }
}
