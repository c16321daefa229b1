package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.port.AuditStore;
import no.abakus.tasks.port.FailureGroupStore;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.HistoryStores;

/** The history in memory. Passes {@code HistoryStoreContract}. Thread-safe. */
public final class InMemoryHistory implements HistoryStore, FailureGroupStore, AuditStore {

    private final TreeMap<Long, HistoryRow> rows = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, FailureGroup> groups = new LinkedHashMap<>();
    private final InMemoryMinutes minutes = new InMemoryMinutes(this::reach);
    private final TreeMap<Long, AuditEntry> entries = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, InMemoryHistory> others = new HashMap<>();
    private final String application;
    private volatile boolean isAway;
    private String unwritable = "";

    /** Creates the history of the application {@code abakus}. */
    public InMemoryHistory() {
        this("abakus");
    }

    private InMemoryHistory(String application) {
        this.application = application;
    }

    /** Returns all stores of the history. */
    public HistoryStores stores() {
        return new HistoryStores(application, this, this, minutes, this, name -> others.computeIfAbsent(
                        name, other -> new InMemoryHistory(other))
                .stores());
    }

    /** Makes the store unreachable from now on, or reachable again. */
    public synchronized void away(boolean away) {
        isAway = away;
    }

    /** Makes the store throw an exception for rows of this task from now on, as if the store had a bug. */
    public synchronized void breakAt(String taskId) {
        unwritable = taskId;
    }

    private void reach() {
        if (isAway) {
            throw new OperationalException("The history cannot be reached");
        }
    }

    /** Returns all rows, the latest first. */
    public synchronized List<HistoryRow> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized void add(List<HistoryRow> added) {
        reach();
        if (added.stream().anyMatch(row -> row.ended().taskId().equals(unwritable))) {
            throw new IllegalStateException("This row cannot be written");
        }
        for (HistoryRow row : added) {
            if (rows.putIfAbsent(row.ended().id(), row) == null) {
                row.group().ifPresent(group -> groups.merge(group.id(), group, InMemoryHistory::sum));
            }
        }
    }

    private static FailureGroup sum(FailureGroup before, FailureGroup one) {
        boolean isLater = !one.lastAt().isBefore(before.lastAt());
        return new FailureGroup(
                before.id(),
                before.task(),
                before.errorType(),
                before.frame(),
                isLater ? one.sampleId() : before.sampleId(),
                before.firstAt(),
                isLater ? one.lastAt() : before.lastAt(),
                before.total() + one.total(),
                before.note(),
                before.mutedUntil());
    }

    private Stream<EndedTask> found(HistoryQuery query) {
        reach();
        return rows.values().stream().map(HistoryRow::ended).filter(query::fits);
    }

    @Override
    public synchronized List<EndedTask> page(HistoryQuery query, long before, int most) {
        return found(query).filter(task -> task.id() < before).limit(most).toList();
    }

    @Override
    public synchronized HistoryTotal total(HistoryQuery query, int most) {
        List<EndedTask> found = found(query).limit(most + 1L).toList();
        return new HistoryTotal(
                Math.min(found.size(), most),
                found.stream().mapToLong(EndedTask::weight).sum(),
                found.size() <= most);
    }

    @Override
    public synchronized Map<String, Long> facets(HistoryQuery query, HistoryField by, int counted, int most) {
        Map<String, Long> counts = new HashMap<>();
        found(query).limit(counted).forEach(task -> by.of(task)
                .ifPresent(value -> counts.merge(value, (long) task.weight(), Long::sum)));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    @Override
    public synchronized Map<String, Long> retryability(HistoryQuery query) {
        Map<String, Long> counts = new TreeMap<>();
        found(query).forEach(task -> counts.merge(retryability(task), 1L, Long::sum));
        return counts;
    }

    private String retryability(EndedTask task) {
        if (task.retryable()) {
            return RETRYABLE;
        }
        if (!task.isFailure()) {
            return Reason.NOT_FAILED.code();
        }
        return evidence(task.id()).flatMap(HistoryEvidence::retriedAs).isPresent()
                ? Reason.ALREADY_RETRIED.code()
                : Reason.BODY_NOT_KEPT.code();
    }

    @Override
    public synchronized List<EndedTask> executions(String taskId, int most) {
        return found(HistoryQuery.ALL)
                .filter(task -> task.taskId().equals(taskId))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<HistoryEvidence> evidence(long id) {
        reach();
        return Optional.ofNullable(rows.get(id)).flatMap(HistoryRow::evidence);
    }

    @Override
    public synchronized boolean markRetried(long id, String newTaskId) {
        Optional<HistoryEvidence> evidence = evidence(id);
        if (evidence.isEmpty() || evidence.get().retriedAs().isPresent()) {
            return false;
        }
        rows.put(
                id,
                new HistoryRow(notRetryable(rows.get(id).ended()), Optional.of(retried(evidence.get(), newTaskId))));
        return true;
    }

    private static HistoryEvidence retried(HistoryEvidence all, String newTaskId) {
        return new HistoryEvidence(
                all.errorType(),
                all.frame(),
                all.contentType(),
                all.compression(),
                all.bodySize(),
                all.body(),
                all.properties(),
                all.traceback(),
                all.lines(),
                Optional.of(newTaskId));
    }

    private static EndedTask notRetryable(EndedTask all) {
        return new EndedTask(
                all.id(),
                all.taskId(),
                all.retries(),
                all.task(),
                all.queue(),
                all.node(),
                all.state(),
                all.sentAt(),
                all.startedAt(),
                all.endedAt(),
                all.waited(),
                all.took(),
                all.rootId(),
                all.parentId(),
                all.requestId(),
                all.user(),
                all.context(),
                all.arguments(),
                all.errorType(),
                all.errorMessage(),
                all.group(),
                all.weight(),
                false);
    }

    @Override
    public synchronized Optional<Long> remove(long from, long below, boolean failuresToo) {
        reach();
        List<Long> keys = rows.keySet().stream()
                .filter(key -> key >= from && key < below)
                .sorted()
                .limit(1_000)
                .toList();
        rows.values()
                .removeIf(row -> keys.contains(row.ended().id())
                        && (failuresToo || !row.ended().isFailure()));
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1) + 1);
    }

    @Override
    public synchronized int delete(List<Long> ids) {
        reach();
        int all = rows.size();
        ids.forEach(rows::remove);
        return all - rows.size();
    }

    @Override
    public synchronized void removeForsaken(Instant before) {
        reach();
        others.values().removeIf(other -> other.isForsaken(before));
    }

    private synchronized boolean isForsaken(Instant before) {
        return rows.isEmpty() || rows.firstEntry().getValue().ended().endedAt().isBefore(before);
    }

    @Override
    public synchronized Optional<Long> keyAfter(long newer) {
        reach();
        return rows.keySet().stream().skip(newer).findFirst();
    }

    @Override
    public synchronized List<FailureGroup> groups(Instant since, int most) {
        reach();
        return groups.values().stream()
                .filter(group -> !group.lastAt().isBefore(since))
                .sorted(Comparator.comparing(FailureGroup::lastAt).reversed().thenComparing(FailureGroup::id))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<FailureGroup> group(String id) {
        reach();
        return Optional.ofNullable(groups.get(id));
    }

    @Override
    public synchronized boolean change(String id, FailureGroupChange change) {
        reach();
        return groups.computeIfPresent(
                        id,
                        (key, group) -> new FailureGroup(
                                id,
                                group.task(),
                                group.errorType(),
                                group.frame(),
                                group.sampleId(),
                                group.firstAt(),
                                group.lastAt(),
                                group.total(),
                                change.changesNote() ? change.note() : group.note(),
                                change.changesMuting() ? change.mutedUntil() : group.mutedUntil()))
                != null;
    }

    @Override
    public synchronized int removeGroups(Instant before) {
        reach();
        int all = groups.size();
        groups.values()
                .removeIf(
                        group -> group.lastAt().isBefore(before) && group.note().isEmpty());
        return all - groups.size();
    }

    @Override
    public synchronized void add(AuditEntry entry) {
        reach();
        entries.put(entry.id(), entry);
    }

    @Override
    public synchronized List<AuditEntry> entries(long before, int most) {
        reach();
        return entries.values().stream()
                .filter(entry -> entry.id() < before)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized int removeEntries(Instant before) {
        reach();
        int all = entries.size();
        entries.values().removeIf(entry -> entry.at().isBefore(before));
        return all - entries.size();
    }
}
