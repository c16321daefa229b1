package no.abakus.bench.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;

/**
 * How the tasks of one mode ended.
 *
 * @param mode the mode
 * @param tasks how many were sent
 * @param missing how many have no row in the ledger
 * @param untold how many of the missing tasks have not failed with a {@code WorkerLostException} either
 * @param twice how many have more than one row
 * @param toldAlthoughDone how many have a row although their tasks failed with a {@code WorkerLostException}
 */
record Balance(Mode mode, int tasks, int missing, int untold, int twice, int toldAlthoughDone) {

    static Balance of(Mode mode, int tasks, Accounts accounts) {
        List<String> keys = IntStream.range(0, tasks).mapToObj(mode::key).toList();
        List<String> missing =
                keys.stream().filter(key -> accounts.runs(key) == 0).toList();
        return new Balance(
                mode,
                tasks,
                missing.size(),
                (int) missing.stream()
                        .filter(key -> !accounts.lostWorkers().contains(key))
                        .count(),
                (int) keys.stream().filter(key -> accounts.runs(key) > 1).count(),
                (int) keys.stream()
                        .filter(key -> accounts.runs(key) > 0)
                        .filter(accounts.lostWorkers()::contains)
                        .count());
    }

    void tell(Report report) {
        add(report, "tasks", tasks);
        add(report, "without effect", missing);
        add(report, "without effect and untold", untold);
        add(report, "effect seen twice", twice);
        add(report, "failed as WorkerLost although done", toldAlthoughDone);
    }

    private void add(Report report, String metric, int count) {
        report.add(new Measurement(metric, mode.name(), "tasks", List.of((double) count)));
    }

    /** Returns the promises of the mode that do not hold. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (mode.comesAgain() && missing > 0) {
            broken.add(mode + ": " + missing + " tasks have had no effect");
        }
        if (untold > 0) {
            broken.add(mode + ": " + untold + " tasks have had no effect and did not fail either");
        }
        if (mode != Mode.LATE && twice > 0) {
            broken.add(mode + ": " + twice + " tasks have had their effect more than once");
        }
        return broken;
    }
}
