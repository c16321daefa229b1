package no.abakus.tasks.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;

/** Answers queries from this node's memory. Thread-safe. */
final class MemoryPages {

    private final RecentEnds recent;

    MemoryPages(RecentEnds recent) {
        this.recent = recent;
    }

    private List<EndedTask> all() {
        return recent.all().stream().map(HistoryRow::ended).toList();
    }

    HistoryPage page(HistoryQuery query, OptionalLong after, int limit, HistoryOrigin origin) {
        List<EndedTask> found = all().stream().filter(query::fits).toList();
        long before = after.orElse(Long.MAX_VALUE);
        List<EndedTask> rest = found.stream().filter(task -> task.id() < before).toList();
        List<EndedTask> items = rest.stream().limit(limit).toList();
        long executions = found.stream().mapToLong(EndedTask::weight).sum();
        return new HistoryPage(
                items,
                rest.size() > limit ? Optional.of(items.get(limit - 1).id()) : Optional.empty(),
                new HistoryTotal(found.size(), executions, true),
                origin);
    }

    Map<String, Long> facets(HistoryQuery query, HistoryField by, int most) {
        Map<String, Long> counts = new HashMap<>();
        for (EndedTask task : all()) {
            if (query.fits(task)) {
                by.of(task).ifPresent(value -> counts.merge(value, (long) task.weight(), Long::sum));
            }
        }
        return largest(counts, most);
    }

    /** Returns the entries with the greatest counts, the greatest first. */
    static Map<String, Long> largest(Map<String, Long> counts, int most) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    List<EndedTask> executions(String taskId) {
        return all().stream().filter(task -> task.taskId().equals(taskId)).toList();
    }

    Optional<HistoryEvidence> evidence(long id) {
        return recent.all().stream()
                .filter(row -> row.ended().id() == id)
                .findFirst()
                .flatMap(HistoryRow::evidence);
    }

    List<FailureGroup> groups() {
        Map<String, FailureGroup> groups = new LinkedHashMap<>();
        for (HistoryRow row : recent.all()) {
            row.group().ifPresent(group -> groups.merge(group.id(), group, FailureGroup::with));
        }
        return List.copyOf(groups.values());
    }
}
