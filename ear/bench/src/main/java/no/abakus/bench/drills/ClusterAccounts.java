package no.abakus.bench.drills;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.cluster.Cluster;

/** The tasks that a cluster accepted. The database of the cluster says what became of them. */
final class ClusterAccounts {

    private static final long BETWEEN_LOOKS_MILLIS = 1_000;
    private static final String USER = "postgres";

    private final Map<Mode, List<String>> accepted = new EnumMap<>(Mode.class);
    private final int refused;
    private final boolean haveNodesDied;

    /**
     * Creates accounts of the tasks that these loads have sent.
     *
     * @param loads the loads, which must be closed already
     * @param haveNodesDied whether nodes may have died while they ran tasks. Tasks that do not run again may be lost
     *     with their node
     */
    ClusterAccounts(List<Load> loads, boolean haveNodesDied) {
        for (Mode mode : Mode.values()) {
            accepted.put(
                    mode,
                    loads.stream()
                            .flatMap(load -> load.taken(mode).stream())
                            .map(mode::key)
                            .toList());
        }
        this.refused = loads.stream().mapToInt(Load::refused).sum();
        this.haveNodesDied = haveNodesDied;
    }

    /** Waits until all tasks have ended, but at most this long. Returns the promises that do not hold. */
    List<String> settle(Cluster cluster, Duration patience, Report report) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Accounts accounts = Accounts.of(cluster.databaseUrl(), USER, USER);
        while (open(accounts) > 0 && System.nanoTime() - begun < patience.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            accounts = Accounts.of(cluster.databaseUrl(), USER, USER);
        }
        List<String> broken = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            broken.addAll(judge(mode, accounts, report));
        }
        report.circumstance(
                "tasks accepted",
                accepted.values().stream().mapToInt(List::size).sum());
        report.circumstance("calls refused meanwhile", refused);
        return broken;
    }

    private long open(Accounts accounts) {
        return accepted.entrySet().stream()
                .mapToLong(tasks -> tasks.getValue().stream()
                        .filter(key -> isOpen(tasks.getKey(), key, accounts))
                        .count())
                .sum();
    }

    /** Whether a task has neither had its effect nor failed in a way that its mode permits. */
    private boolean isOpen(Mode mode, String key, Accounts accounts) {
        boolean mayFail = haveNodesDied && !mode.comesAgain();
        return accounts.runs(key) == 0 && !(mayFail && accounts.lostWorkers().contains(key));
    }

    private List<String> judge(Mode mode, Accounts accounts, Report report) {
        List<String> keys = accepted.get(mode);
        long without = keys.stream().filter(key -> accounts.runs(key) == 0).count();
        long lost = keys.stream().filter(key -> isOpen(mode, key, accounts)).count();
        long twice = keys.stream().filter(key -> accounts.runs(key) > 1).count();
        tell(report, mode, "accepted", keys.size());
        tell(report, mode, "without effect", without);
        tell(report, mode, "lost", lost);
        tell(report, mode, "effect seen twice", twice);
        List<String> broken = new ArrayList<>();
        if (keys.isEmpty()) {
            broken.add(mode + ": no task was accepted, so nothing is shown");
        }
        if (lost > 0) {
            broken.add(mode + ": " + lost + " tasks are lost");
        }
        if (mode != Mode.LATE && twice > 0) {
            broken.add(mode + ": " + twice + " tasks have had their effect more than once");
        }
        return broken;
    }

    private static void tell(Report report, Mode mode, String metric, long count) {
        report.add(new Measurement(metric, mode.name(), "tasks", List.of((double) count)));
    }
}
