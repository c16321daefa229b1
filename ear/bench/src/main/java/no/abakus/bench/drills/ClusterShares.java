package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/** Checks that the nodes of a cluster share the work, and that each node sees and controls all nodes. */
final class ClusterShares {

    /** How many tasks of the default queue a node runs at the same time. */
    private static final int AT_ONCE = 16;

    private static final int WAVES = 5;
    private static final int COLD = 64;
    private static final int LOOKS = 10;
    private static final double TASK_SECONDS = 3;
    private static final double MOST_UNEVEN = 0.2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final Report report;
    private final List<String> broken;

    ClusterShares(Cluster cluster, Report report, List<String> broken) {
        this.cluster = cluster;
        this.report = report;
        this.broken = broken;
    }

    /**
     * Sends many tasks at once to a node that has not sent any yet. Every other one of its new connections first tries
     * the backup broker, which refuses connections.
     */
    void coldSends(ClusterNode fresh) throws Exception {
        TaskApi api = DrillCluster.api(fresh);
        ExecutorService senders = Executors.newFixedThreadPool(COLD);
        try {
            Callable<Double> one = () -> {
                long begun = System.nanoTime();
                api.send("diagnostics.add", Map.of("args", List.of(1, 2), "retry", false));
                return (System.nanoTime() - begun) / 1e9;
            };
            List<Future<Double>> sends = senders.invokeAll(Collections.nCopies(COLD, one));
            int refused = 0;
            double slowest = 0;
            for (Future<Double> send : sends) {
                try {
                    slowest = Math.max(slowest, send.get());
                } catch (ExecutionException e) {
                    refused++;
                }
            }
            report.add(new Measurement("slowest of " + COLD + " first sends", "a fresh node", "s", List.of(slowest)));
            require(refused == 0, refused + " of the first " + COLD + " sends of a fresh node are refused");
        } finally {
            senders.shutdownNow();
        }
    }

    /** Asks each node for a result and for the list of all nodes, and lets it give an order to all nodes. */
    void everywhere(List<ClusterNode> nodes) throws Exception {
        String id = DrillCluster.api(nodes.get(0))
                .send("diagnostics.add", Map.of("args", List.of(1, 2), "ignore_result", false));
        for (ClusterNode node : nodes) {
            TaskApi api = DrillCluster.api(node);
            String state = api.get("results/" + id + "?wait=30").path("state").asText();
            require(state.equals("SUCCESS"), node.name() + " finds a result in state " + state);
            awaitAll(node, api, nodes.size());
            JsonNode answers = api.order("enable-events").path("answers");
            require(
                    answers.size() == nodes.size(),
                    "an order of " + node.name() + " reaches " + answers + " within a second");
            api.order("disable-events");
        }
    }

    private void awaitAll(ClusterNode node, TaskApi api, int count) throws IOException, InterruptedException {
        int seen = 0;
        for (int tries = 0; tries < LOOKS && seen != count; tries++) {
            // A node that takes longer than a second to answer is missing from the response.
            seen = api.get("workers").size();
        }
        require(seen == count, node.name() + " sees " + seen + " nodes");
    }

    /** Runs tasks that take three seconds each. Returns how many of them these nodes run per second. */
    double rate(String name, List<ClusterNode> nodes) throws Exception {
        int tasks = AT_ONCE * nodes.size() * WAVES;
        TaskApi api = DrillCluster.api(nodes.get(0));
        Set<String> keys = new HashSet<>();
        // All tasks should have been sent by then.
        Instant due = Instant.now().plusSeconds(5).plusMillis(20L * tasks);
        for (int number = 0; number < tasks; number++) {
            keys.add(key(name, number));
        }
        Senders.send(
                0,
                tasks,
                number -> api.send(
                        "diagnostics.record",
                        Map.of(
                                "args", Arrays.asList(key(name, number), TASK_SECONDS),
                                "task_id", key(name, number),
                                "eta", due.toString(),
                                "ignore_result", false)));
        ClusterLedger ledger = new ClusterLedger(cluster);
        int missing =
                ledger.missingAfter(keys, PATIENCE.plusMillis(20L * tasks)).size();
        require(missing == 0, missing + " of the tasks of three seconds have not run");
        // A row is written when its task starts.
        double rate = tasks / (ledger.span(name + "-") + TASK_SECONDS);
        report.add(new Measurement("tasks of three seconds", name, "tasks/s", List.of(rate)));
        shared(name, nodes, tasks, ledger);
        return rate;
    }

    private void shared(String name, List<ClusterNode> nodes, int tasks, ClusterLedger ledger) throws Exception {
        Map<String, Integer> byNode = ledger.tasksByNode(name + "-");
        // A result is stored after the row of its task.
        for (int tries = 0; tries < LOOKS && sum(byNode) < tasks; tries++) {
            Thread.sleep(1_000);
            byNode = ledger.tasksByNode(name + "-");
        }
        report.circumstance("tasks by node, " + name, byNode);
        double even = (double) tasks / nodes.size();
        for (ClusterNode node : nodes) {
            int run = byNode.getOrDefault(node.name(), 0);
            require(
                    Math.abs(run - even) <= MOST_UNEVEN * even,
                    node.name() + " has run " + run + " of " + tasks + " tasks");
        }
    }

    private static int sum(Map<String, Integer> tasks) {
        return tasks.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String key(String name, int number) {
        return name + "-" + number;
    }

    /** Records the text as a broken promise if the condition does not hold. */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            System.out.println("Does not hold: " + otherwise);
            broken.add(otherwise);
        }
    }
}
