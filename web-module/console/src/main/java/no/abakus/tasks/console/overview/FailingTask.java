package no.abakus.tasks.console.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.MinuteCounts;

/**
 * A task that fails in a considerable part of its executions.
 *
 * @param name its name
 * @param failed the fraction of its executions that failed
 * @param count how many executions failed
 * @param group the group of its failures that is not muted and had the latest failure; null if no group is known
 * @param error the exception of that group
 * @param since when the first failure of that group happened
 */
record FailingTask(String name, double failed, long count, String group, String error, Instant since) {

    private static final double CONSIDERABLE = 0.05;
    private static final int MOST = 10;

    /** Returns the failing tasks, those with the most failures first, without tasks whose groups are all muted. */
    static List<FailingTask> of(List<MinuteCounts> rows, List<FailureGroup> groups, Instant now) {
        List<FailingTask> failing = new ArrayList<>();
        Map<String, List<MinuteCounts>> byTask = rows.stream().collect(Collectors.groupingBy(MinuteCounts::task));
        byTask.forEach((task, counts) -> {
            Counts sum = Counts.of(counts);
            List<FailureGroup> all =
                    groups.stream().filter(one -> one.task().equals(task)).toList();
            Optional<FailureGroup> group =
                    all.stream().filter(one -> !isMuted(one, now)).findFirst();
            // A task without any group is shown, because its failures are either newer than the groups or so old that
            // their groups were deleted.
            if (sum.failedPart().orElse(0.0) >= CONSIDERABLE && (group.isPresent() || all.isEmpty())) {
                failing.add(new FailingTask(
                        task,
                        sum.failedPart().orElse(0.0),
                        sum.failed(),
                        group.map(FailureGroup::id).orElse(null),
                        group.map(one -> simple(one.errorType())).orElse(null),
                        group.map(FailureGroup::firstAt).orElse(null)));
            }
        });
        failing.sort(Comparator.comparingLong(FailingTask::count).reversed().thenComparing(FailingTask::name));
        return failing.stream().limit(MOST).toList();
    }

    private static boolean isMuted(FailureGroup group, Instant now) {
        return group.mutedUntil().filter(now::isBefore).isPresent();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
