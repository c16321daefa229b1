package no.abakus.bench.drills;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/**
 * Under load, the active broker is killed, and its backup takes over. The killed broker is started again and takes over
 * from the backup. Then the database is killed and started again. No task may be lost, and after each of these steps
 * tasks must run again within 15 s.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.nodes}, the number of nodes (4); {@code drill.tasks},
 * how many tasks must be accepted before the drill ends (10,000); {@code drill.failovers}, how often the broker is
 * killed (2); {@code drill.load}, how many seconds of load precede each failure (10); {@code drill.senders}, how many
 * senders there are (3).
 */
final class FailoverDrill implements Benchmark {

    private static final Duration FAILOVER = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final double LONGEST_PAUSE_SECONDS = 15;

    private interface Step {
        void run() throws Exception;
    }

    @Override
    public void run(Settings settings, Report report) throws Exception {
        List<String> broken = new ArrayList<>();
        try (Cluster cluster = Cluster.start(DrillCluster.layout(settings, "drill-failover"))) {
            List<ClusterNode> nodes = IntStream.rangeClosed(1, Integer.getInteger("drill.nodes", 4))
                    .mapToObj(number -> DrillCluster.node(cluster, number, OutageDrill.RETRIED))
                    .toList();
            DrillCluster.boot(nodes);
            List<Load> loads = Load.several(Integer.getInteger("drill.senders", 3), new Balancer(nodes));
            for (int failover = Integer.getInteger("drill.failovers", 2); failover > 0; failover--) {
                step(cluster, "kill -9 of the active broker", report, broken, () -> {
                    cluster.primary().kill();
                    cluster.backup().awaitActive(FAILOVER);
                });
                step(cluster, "return of the first broker", report, broken, () -> cluster.primary()
                        .start());
            }
            step(cluster, "kill -9 of the database, and its start", report, broken, () -> {
                cluster.database().kill();
                cluster.database().start();
            });
            awaitAccepted(loads);
            for (Load load : loads) {
                load.close();
            }
            broken.addAll(new ClusterAccounts(loads, false).settle(cluster, SETTLED, report));
        }
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    /** Lets something fail after some load, and measures the longest time in which no task has had an effect. */
    private static void step(Cluster cluster, String what, Report report, List<String> broken, Step step)
            throws Exception {
        Thread.sleep(Integer.getInteger("drill.load", 10) * 1_000L);
        Instant begun = Instant.now();
        step.run();
        double done = Duration.between(begun, Instant.now()).toMillis() / 1e3;
        ClusterLedger ledger = new ClusterLedger(cluster);
        Instant over = Instant.now();
        for (Mode mode : Mode.values()) {
            awaitRow(ledger, mode, over);
            double ofMode = ledger.longestPause(begun, mode.prefix());
            report.add(new Measurement("longest time without an effect", what + ", " + mode, "s", List.of(ofMode)));
        }
        double pause = ledger.longestPause(begun);
        System.out.println(what + ": " + done + " s, longest pause " + pause + " s");
        report.add(new Measurement("until it was done", what, "s", List.of(done)));
        report.add(new Measurement("longest time without an effect", what, "s", List.of(pause)));
        if (pause > LONGEST_PAUSE_SECONDS) {
            broken.add("work went on only " + pause + " s after the " + what);
        }
    }

    private static void awaitRow(ClusterLedger ledger, Mode mode, Instant from)
            throws SQLException, InterruptedException {
        Instant deadline = from.plus(SETTLED);
        while (!ledger.hasRowsSince(from, mode.prefix())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("No " + mode + " task has had an effect for " + SETTLED);
            }
            Thread.sleep(250);
        }
    }

    private static void awaitAccepted(List<Load> loads) throws InterruptedException {
        int wanted = Integer.getInteger("drill.tasks", 10_000);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (accepted(loads) < wanted) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "In " + PATIENCE + ", only " + accepted(loads) + " tasks were accepted");
            }
            Thread.sleep(500);
        }
    }

    private static int accepted(List<Load> loads) {
        return loads.stream()
                .mapToInt(load -> Arrays.stream(Mode.values())
                        .mapToInt(mode -> load.taken(mode).size())
                        .sum())
                .sum();
    }
}
