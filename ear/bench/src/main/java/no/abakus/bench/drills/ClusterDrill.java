package no.abakus.bench.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;
import no.abakus.cluster.Layout;

/**
 * Four nodes start at the same time on an empty database and share the work. Then, under load, one node is killed and
 * one stalls for longer than its lease, the last one loses its links to the broker and to the database, and one gets a
 * wrong clock. A node starts with a name that is taken. The database says what became of each task. At the end, one
 * node alone does the work that four have done.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.nodes}, the number of nodes (4); {@code drill.steps},
 * which of {@code cold}, {@code spread}, {@code kill}, {@code stall}, {@code cut}, {@code clock}, {@code name} and
 * {@code alone} happen (all); {@code drill.rounds}, how often nodes are killed, stalled and cut off (1); {@code
 * drill.load}, how many seconds of load precede each failure (10); {@code drill.outage}, how many seconds a stall and a
 * cut last (45); {@code drill.senders}, how many senders there are (2); {@code drill.seed}, a number that decides which
 * nodes are killed and stalled (a different one in each run); {@code drill.faketime}, the library that changes a
 * process's clock (libfaketime where Debian installs it). Without this library, leave out the step {@code clock}.
 */
final class ClusterDrill implements Benchmark {

    private static final String STEPS = "cold,spread,kill,stall,cut,clock,name,alone";
    private static final String FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private static final Set<String> UNDER_LOAD = Set.of("kill", "stall", "cut", "clock");
    private static final List<Integer> WRONG_CLOCKS = List.of(60, -60);

    /**
     * The last node reaches the broker and the database through links. A link's port is the port behind it plus this
     * number.
     */
    private static final int LINK = 10;

    private static final Duration SETTLED = Duration.ofMinutes(3);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Set<String> steps = steps();
        Layout layout = DrillCluster.layout(settings, "drill-cluster");
        List<String> broken = new ArrayList<>();
        // The links are closed last, because the last node needs them for its stop.
        try (Link toBroker = Link.between(layout.primaryPort() + LINK, layout.primaryPort());
                Link toDatabase = Link.between(layout.databasePort() + LINK, layout.databasePort());
                Cluster cluster = Cluster.start(layout)) {
            List<ClusterNode> nodes = nodes(cluster, layout);
            long begun = System.nanoTime();
            DrillCluster.boot(nodes);
            report.add(seconds("nodes at once on an empty database, until all are ready", since(begun)));
            ClusterShares shares = new ClusterShares(cluster, report, broken);
            double together = 0;
            if (steps.contains("cold")) {
                shares.coldSends(nodes.get(0));
            }
            if (steps.contains("spread")) {
                shares.everywhere(nodes);
                together = shares.rate("together", nodes);
            }
            if (!Collections.disjoint(steps, UNDER_LOAD)) {
                underLoad(steps, cluster, nodes, new Links(toBroker, toDatabase), report, broken);
            }
            if (steps.contains("name")) {
                sameName(cluster, nodes, report);
            }
            if (steps.contains("alone") && together > 0) {
                alone(shares, nodes, together, report);
            }
        }
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    /** Returns what is to happen. Fails if something could not happen, because the drill would pass without it. */
    private static Set<String> steps() {
        Set<String> steps = Set.of(System.getProperty("drill.steps", STEPS).split(",", -1));
        if (!Set.of(STEPS.split(",", -1)).containsAll(steps)) {
            throw new IllegalArgumentException("-Ddrill.steps=" + System.getProperty("drill.steps")
                    + " is not possible: the steps are " + STEPS + ". Nothing was started.");
        }
        if (steps.contains("alone") && !steps.contains("spread")) {
            throw new IllegalArgumentException(
                    "The step alone needs the step spread, with which it is compared. Nothing was started.");
        }
        if (steps.contains("clock") && !Files.exists(faketime())) {
            throw new IllegalArgumentException("The step clock needs libfaketime, but there is no " + faketime()
                    + ": install it, name it with -Ddrill.faketime, or leave the step out with -Ddrill.steps."
                    + " Nothing was started.");
        }
        return steps;
    }

    private static Path faketime() {
        return Path.of(System.getProperty("drill.faketime", FAKETIME));
    }

    private record Links(Link toBroker, Link toDatabase) {}

    private static List<ClusterNode> nodes(Cluster cluster, Layout layout) {
        int last = Integer.getInteger("drill.nodes", 4);
        Map<String, String> links = Map.of(
                "ABAKUS_BROKER_PORT", String.valueOf(layout.primaryPort() + LINK),
                "ABAKUS_DB_PORT", String.valueOf(layout.databasePort() + LINK));
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> DrillCluster.node(
                        cluster, number, "node" + number, number == last ? links : Map.of(), OutageDrill.RETRIED))
                .toList();
    }

    private static void underLoad(
            Set<String> steps,
            Cluster cluster,
            List<ClusterNode> nodes,
            Links links,
            Report report,
            List<String> broken)
            throws Exception {
        Balancer balancer = new Balancer(nodes);
        ClusterFaults faults = new ClusterFaults(cluster, nodes, balancer, report, broken);
        List<Load> loads = Load.several(Integer.getInteger("drill.senders", 2), balancer);
        ClusterNode last = nodes.get(nodes.size() - 1);
        long seed = Long.getLong("drill.seed", System.nanoTime());
        report.circumstance("seed", seed);
        Random random = new Random(seed);
        for (int round = Integer.getInteger("drill.rounds", 1); round > 0; round--) {
            if (steps.contains("kill")) {
                faults.kill(nodes.get(random.nextInt(nodes.size() - 1)));
            }
            if (steps.contains("stall")) {
                faults.stall(nodes.get(random.nextInt(nodes.size() - 1)));
            }
            if (steps.contains("cut")) {
                faults.cut("the broker", last, links.toBroker());
                faults.cut("the database", last, links.toDatabase());
            }
        }
        if (steps.contains("clock")) {
            clock(cluster, nodes, faults);
        }
        for (Load load : loads) {
            load.close();
        }
        broken.addAll(faults.brokenByLongTasks(SETTLED));
        broken.addAll(new ClusterAccounts(loads, true).settle(cluster, SETTLED, report));
    }

    private static void clock(Cluster cluster, List<ClusterNode> nodes, ClusterFaults faults) throws Exception {
        ClusterNode right = nodes.get(1);
        for (int ahead : WRONG_CLOCKS) {
            Map<String, String> wrong = Map.of(
                    "LD_PRELOAD",
                    faketime().toString(),
                    "FAKETIME",
                    (ahead > 0 ? "+" : "") + ahead + "s",
                    "DONT_FAKE_MONOTONIC",
                    "1",
                    "FAKETIME_DONT_FAKE_MONOTONIC",
                    "1");
            faults.wrongClock(right, DrillCluster.node(cluster, 2, right.name(), wrong, OutageDrill.RETRIED), ahead);
        }
    }

    private static void sameName(Cluster cluster, List<ClusterNode> nodes, Report report) throws Exception {
        ClusterNode owner = nodes.get(0);
        ClusterNode second = DrillCluster.node(cluster, nodes.size() + 1, owner.name(), Map.of(), OutageDrill.RETRIED);
        second.launch();
        awaitLine(second, "node_name_taken");
        second.awaitHealth(503, DrillCluster.BOOT);
        owner.awaitReady(Duration.ofSeconds(10));
        second.close();
        report.circumstance("a second node called " + owner.name(), "refused");
    }

    private static void awaitLine(ClusterNode node, String event) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!Files.exists(node.log()) || !Files.readString(node.log()).contains(event)) {
            if (since(begun) > DrillCluster.BOOT.toSeconds()) {
                throw new IllegalStateException(node.log() + " has no " + event);
            }
            Thread.sleep(500);
        }
    }

    private static void alone(ClusterShares shares, List<ClusterNode> nodes, double together, Report report)
            throws Exception {
        for (ClusterNode node : nodes.subList(1, nodes.size())) {
            node.close();
        }
        double alone = shares.rate("alone", nodes.subList(0, 1));
        double factor = together / alone;
        report.add(new Measurement("throughput of all nodes", "compared with one", "x", List.of(factor)));
        // Four nodes must be at least 3.6 times as fast as one.
        shares.require(factor >= 0.9 * nodes.size(), "all nodes together are only " + factor + " times as fast as one");
    }

    private static Measurement seconds(String what, double seconds) {
        return new Measurement(what, "cluster", "s", List.of(seconds));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
