package no.abakus.tasks.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.FailureGroupPage;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.HistoryStores;

/** Reads the stores, or this node's memory if there is no store to read. Thread-safe. */
final class KeptHistory implements TaskHistory {

    private static final Log log = Log.get("no.abakus.tasks");

    private final KeptEnds kept;
    private final HistoryWriter writer;
    private final Ring ring;
    private final HistoryStores stores;
    private final MemoryPages memory;
    private final MessageProperties properties;
    private final StoredHistory stored;
    private final Retries retries;
    private final AuditTrail audit;
    private final String node;

    KeptHistory(
            KeptEnds kept,
            HistoryWriter writer,
            Ring ring,
            HistoryStores stores,
            MemoryPages memory,
            MessageProperties properties,
            Retries retries,
            AuditTrail audit,
            String node) {
        this.kept = kept;
        this.writer = writer;
        this.ring = ring;
        this.stores = stores;
        this.memory = memory;
        this.properties = properties;
        this.stored = new StoredHistory(stores, properties, node);
        this.retries = retries;
        this.audit = audit;
        this.node = node;
    }

    @Override
    public HistoryReader of(String application) {
        return new StoredHistory(stores.others().apply(application), properties, node);
    }

    @Override
    public Optional<String> application() {
        return stored.application();
    }

    @Override
    public void keepUnlessConfigured(boolean keeps) {
        kept.unlessConfigured(keeps);
    }

    @Override
    public HistoryOrigin origin() {
        if (kept.areNone()) {
            return new HistoryOrigin(
                    HistoryOrigin.Kind.MEMORY_OFF,
                    node,
                    "No history is kept (abakus.tasks.history), so you see only the last " + RecentEnds.FAILURES
                            + " failures and the last " + RecentEnds.ENDS + " other executions of node " + node);
        }
        return writer.isAway() ? databaseAway() : stored.origin();
    }

    private HistoryOrigin databaseAway() {
        return new HistoryOrigin(
                HistoryOrigin.Kind.MEMORY_DATABASE,
                node,
                "The database does not respond, so you see only the last " + RecentEnds.FAILURES
                        + " failures and the last " + RecentEnds.ENDS + " other executions of node " + node);
    }

    @Override
    public long dropped() {
        return ring.dropped();
    }

    /** Reads the store, or memory if the store is unavailable or not in use. */
    private <T> T read(Supplier<T> fromStore, Function<HistoryOrigin, T> fromMemory) {
        HistoryOrigin origin = origin();
        if (origin.isMemory()) {
            return fromMemory.apply(origin);
        }
        try {
            return fromStore.get();
        } catch (OperationalException e) {
            log.debug("history_not_read", e);
            return fromMemory.apply(databaseAway());
        }
    }

    @Override
    public HistoryPage page(HistoryQuery query, OptionalLong after, int limit) {
        return read(
                () -> stored.page(query, after, limit),
                origin -> memory.page(query, after, StoredHistory.bounded(limit), origin));
    }

    @Override
    public void forEach(HistoryQuery query, Predicate<EndedTask> wantsMore) {
        if (origin().isMemory()) {
            TaskHistory.super.forEach(query, wantsMore);
            return;
        }
        stored.forEach(query, wantsMore);
    }

    @Override
    public Map<String, Long> facets(HistoryQuery query, HistoryField by) {
        return read(() -> stored.facets(query, by), origin -> memory.facets(query, by, MOST_FACETS));
    }

    @Override
    public List<EndedTask> executions(String taskId) {
        return read(() -> stored.executions(taskId), origin -> memory.executions(taskId));
    }

    @Override
    public Optional<KeptMessage> evidence(EndedTask execution) {
        return read(() -> stored.evidence(execution), origin -> memory.evidence(execution.id())
                .map(stored::message));
    }

    @Override
    public HistoryRetry retry(String taskId, String by) {
        return retries.asItWas(taskId, by);
    }

    @Override
    public HistoryRetry retry(String taskId, String by, Function<EndedTask, String> sending) {
        return retries.changed(taskId, by, sending);
    }

    @Override
    public HistoryRetry retry(String taskId, String by, RetryChanges changes) {
        return changes.areNone() ? retries.asItWas(taskId, by) : retries.changed(taskId, by, changes);
    }

    @Override
    public boolean forget(String taskId) {
        List<Long> keys = stores.ends().executions(taskId, StoredHistory.MOST_EXECUTIONS).stream()
                .map(EndedTask::id)
                .toList();
        return stores.ends().delete(keys) > 0;
    }

    @Override
    public List<FailureGroup> groups(Instant since) {
        return read(() -> stored.groups(since), origin -> memory.groups());
    }

    @Override
    public FailureGroupPage groups(
            Instant since, Predicate<FailureGroup> wanted, Optional<FailureGroupPage.Position> after, int limit) {
        return read(
                () -> stored.groups(since, wanted, after, limit),
                origin -> GroupPages.page(memory.groups(), wanted, after, StoredHistory.bounded(limit)));
    }

    @Override
    public Optional<FailureGroup> group(String id) {
        return read(() -> stored.group(id), origin -> memory.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<FailureGroup> annotate(String id, Optional<String> note, Optional<Instant> mutedUntil) {
        return annotate(id, FailureGroupChange.NONE.note(note).mutedUntil(mutedUntil));
    }

    @Override
    public Optional<FailureGroup> annotate(String id, FailureGroupChange change) {
        FailureGroupChange fitting =
                change.changesNote() ? change.note(change.note().map(text -> Fits.text(text, Fits.NOTE))) : change;
        return stores.groups().change(id, fitting) ? stores.groups().group(id) : Optional.empty();
    }

    @Override
    public List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task) {
        return stored.minutes(from, to, task);
    }

    @Override
    public void record(OperatorAction action) {
        audit.record(action, !kept.areNone());
    }

    @Override
    public List<AuditEntry> audit(OptionalLong after, int limit) {
        return stored.audit(after, limit);
    }
}
