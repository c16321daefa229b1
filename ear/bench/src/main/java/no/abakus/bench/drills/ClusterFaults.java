package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.cluster.Cluster;
import no.abakus.cluster.ClusterNode;

/**
 * Causes faults of single nodes of a cluster. Measures how long it takes until the other nodes run the node's tasks,
 * until the node's health reports the fault, and until the node is ready again.
 */
final class ClusterFaults {

    private static final Duration NOTICED = Duration.ofSeconds(40);
    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration RUN_ELSEWHERE = Duration.ofMinutes(2);
    private static final double TASK_SECONDS = 4;
    private static final int AT_ONCE = 16;
    /** The number of the first task that this class sends. It is higher than the number of any task of a load. */
    private static final int FIRST = 2_000_000_000;

    private static final double KILLED_SECONDS = 10;
    private static final double SILENT_SECONDS = 30;
    private static final double CLOCK_TOLERANCE_SECONDS = 5;
    private static final int EXPIRES_SECONDS = 30;

    private final Cluster cluster;
    private final List<ClusterNode> nodes;
    private final Balancer balancer;
    private final Report report;
    private final List<String> broken;
    private final Map<ClusterNode, TaskApi> apis = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private int next = FIRST;

    /**
     * Prepares the faults of these nodes.
     *
     * @param balancer sends no requests to a node that has a fault
     * @param broken gets the promises that do not hold
     */
    ClusterFaults(Cluster cluster, List<ClusterNode> nodes, Balancer balancer, Report report, List<String> broken) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.balancer = balancer;
        this.report = report;
        this.broken = broken;
        nodes.forEach(node -> apis.put(node, DrillCluster.api(node)));
    }

    /** Kills a node while it works, and starts it again. */
    void kill(ClusterNode victim) throws Exception {
        calm();
        Set<String> running = occupy(victim, List.of(Mode.LATE, Mode.TRANSACTED));
        Instant from = Instant.now();
        victim.kill();
        balancer.remove(victim);
        for (Mode mode : List.of(Mode.LATE, Mode.TRANSACTED)) {
            Set<String> ofMode = new HashSet<>(running);
            ofMode.removeIf(id -> !mode.isOf(id));
            if (!ofMode.isEmpty()) {
                moved("kill -9 of a node, " + mode, ofMode, from, KILLED_SECONDS);
            }
        }
        victim.launch();
        victim.awaitReady(DrillCluster.BOOT);
        balancer.add(victim);
    }

    /** Stops all threads of a node for longer than its lease, and lets them continue. */
    void stall(ClusterNode victim) throws Exception {
        calm();
        Set<String> running = occupy(victim, List.of(Mode.LATE));
        Instant from = Instant.now();
        victim.pause();
        try {
            balancer.remove(victim);
            moved("a node stalls", running, from, SILENT_SECONDS);
            sleepUntil(from.plusSeconds(outage()));
        } finally {
            victim.resume();
        }
        back("a node stalls", victim);
    }

    /** Cuts a node's link for a while. */
    void cut(String what, ClusterNode victim, Link link) throws Exception {
        calm();
        Instant from = Instant.now();
        link.cut();
        try {
            balancer.remove(victim);
            notice(what, victim, from);
            sleepUntil(from.plusSeconds(outage()));
        } finally {
            link.mend();
        }
        back("without " + what, victim);
    }

    private void notice(String what, ClusterNode victim, Instant from) throws IOException, InterruptedException {
        try {
            victim.awaitHealth(503, NOTICED);
            tell("until the node's health says so", "without " + what, seconds(from));
        } catch (IllegalStateException e) {
            broken.add("without " + what + ": " + e.getMessage());
        }
    }

    /** Temporarily replaces a node with one whose clock is wrong by this many seconds. */
    void wrongClock(ClusterNode right, ClusterNode wrong, int ahead) throws Exception {
        balancer.remove(right);
        right.close();
        wrong.launch();
        Instant deadline = Instant.now().plus(DrillCluster.BOOT);
        while (Math.abs(clockAhead(wrong) - ahead) > CLOCK_TOLERANCE_SECONDS) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The other nodes do not see that the clock of " + wrong.name()
                        + " is wrong by " + ahead + " s");
            }
            Thread.sleep(500);
        }
        wrong.awaitHealth(503, NOTICED);
        report.circumstance("a clock that is wrong by " + ahead + " s", "noticed");
        expireNothing(wrong, ahead);
        wrong.close();
        right.launch();
        right.awaitReady(DrillCluster.BOOT);
        balancer.add(right);
    }

    /** Lets other nodes send tasks that expire soon. None of them may expire because this node's clock is wrong. */
    private void expireNothing(ClusterNode wrong, int ahead) throws Exception {
        TaskApi api = apis.get(other(wrong));
        Set<String> ids = new HashSet<>();
        for (int number = next; number < next + AT_ONCE; number++) {
            String id = Mode.LATE.key(number);
            ids.add(id);
            List<Object> args = List.of(id, 0);
            api.send(Mode.LATE.task(), Map.of("args", args, "task_id", id, "expires", EXPIRES_SECONDS));
        }
        next += AT_ONCE;
        Duration patience = Duration.ofSeconds(EXPIRES_SECONDS);
        int missing = new ClusterLedger(cluster).missingAfter(ids, patience).size();
        if (missing > 0) {
            broken.add("a clock that is wrong by " + ahead + " s: " + missing + " of " + ids.size()
                    + " tasks did not run in the " + EXPIRES_SECONDS + " s before they expired");
        }
    }

    private double clockAhead(ClusterNode node) throws IOException, InterruptedException {
        return apis.get(nodes.get(0))
                .get("workers")
                .path(node.name())
                .path("stats")
                .path("clock_ahead")
                .asDouble();
    }

    /** Waits until the tasks that kept the nodes busy have run. Returns the promises that do not hold. */
    List<String> brokenByLongTasks(Duration patience) throws SQLException, InterruptedException {
        ClusterLedger ledger = new ClusterLedger(cluster);
        List<String> found = new ArrayList<>();
        int missing = ledger.missingAfter(sent, patience).size();
        if (missing > 0) {
            found.add(missing + " of the tasks that were running at a fault are lost");
        }
        Set<String> twice = ledger.twice(sent);
        twice.removeIf(Mode.LATE::isOf);
        if (!twice.isEmpty()) {
            found.add(twice.size() + " of the tasks that were running at a fault have had their effect more than once");
        }
        return found;
    }

    /** Keeps all nodes busy for some seconds. Returns the ids of the tasks that this node is running. */
    private Set<String> occupy(ClusterNode victim, List<Mode> modes) throws Exception {
        TaskApi api = apis.get(other(victim));
        int from = next;
        next += AT_ONCE * nodes.size();
        Set<String> ids = new HashSet<>();
        for (int number = from; number < next; number++) {
            ids.add(mode(modes, number).key(number));
        }
        sent.addAll(ids);
        Senders.send(from, next, number -> {
            Mode mode = mode(modes, number);
            List<Object> args = List.of(mode.key(number), TASK_SECONDS);
            api.send(mode.task(), Map.of("args", args, "task_id", mode.key(number)));
        });
        Set<String> running = new HashSet<>();
        for (JsonNode task : api.get("workers/active").path(victim.name())) {
            running.add(task.path("id").asText());
        }
        running.retainAll(ids);
        if (running.isEmpty()) {
            broken.add(victim.name() + " has run no task although " + ids.size() + " were sent");
        }
        return running;
    }

    /** Returns the mode of a task. The broker offers tasks to the nodes in turn, and each node needs all modes. */
    private Mode mode(List<Mode> modes, int number) {
        return modes.get(number / nodes.size() % modes.size());
    }

    /**
     * Waits until the tasks have run at other nodes, and measures when the last one of them started there. The node
     * itself is dead or stalled meanwhile, so every row that is written now is another node's.
     */
    private void moved(String what, Set<String> running, Instant from, double most) throws Exception {
        ClusterLedger ledger = new ClusterLedger(cluster);
        int missing = ledger.missingAfter(running, RUN_ELSEWHERE).size();
        Map<String, Double> elsewhere = ledger.secondsAfter(running, from);
        double last = 0;
        for (double seconds : elsewhere.values()) {
            last = Math.max(last, seconds);
        }
        report.circumstance(
                what + ": tasks that were running there, and tasks that ran elsewhere",
                running.size() + ", " + elsewhere.size());
        tell("until its tasks had started elsewhere", what, last);
        if (missing > 0) {
            broken.add(what + ": " + missing + " of its tasks have not run elsewhere within " + RUN_ELSEWHERE);
        } else if (elsewhere.isEmpty()) {
            broken.add(what + ": all of its tasks had ended before, so nothing is shown");
        }
        if (last > most) {
            broken.add(what + ": its last task started elsewhere only after " + last + " s");
        }
    }

    private void back(String what, ClusterNode victim) throws Exception {
        Instant over = Instant.now();
        victim.awaitReady(BACK);
        tell("until the node is ready again", what, seconds(over));
        balancer.add(victim);
    }

    private ClusterNode other(ClusterNode victim) {
        return nodes.stream().filter(node -> !node.equals(victim)).findFirst().orElseThrow();
    }

    private void tell(String metric, String what, double seconds) {
        System.out.println(what + ", " + metric + ": " + seconds + " s");
        report.add(new Measurement(metric, what, "s", List.of(seconds)));
    }

    private static double seconds(Instant from) {
        return Duration.between(from, Instant.now()).toMillis() / 1e3;
    }

    private static int outage() {
        return Integer.getInteger("drill.outage", 45);
    }

    private static void calm() throws InterruptedException {
        Thread.sleep(Integer.getInteger("drill.load", 10) * 1_000L);
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }
}
