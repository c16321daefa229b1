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
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryStores;

/** Reads the stores, or this node's memory if there is no store to read. Thread-safe. */
final class KeptHistory implements TaskHistory {

    private static final Log log = Log.get("no.abakus.tasks");

    /** Rows are counted up to this number, because an exact larger total is not worth the wait. */
    private static final int MOST_COUNTED = 10_000;

    private static final int MOST_EXECUTIONS = 200;
    private static final int MOST_AT_ONCE = 500;

    private final KeptEnds kept;
    private final HistoryWriter writer;
    private final Ring ring;
    private final HistoryStores stores;
    private final MemoryPages memory;
    private final MessageProperties properties;
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
        this.retries = retries;
        this.audit = audit;
        this.node = node;
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
                    "No history is kept (abakus.tasks.history); these are the last " + RecentEnds.ENDS + " ends and "
                            + RecentEnds.FAILURES + " failures of node " + node);
        }
        return writer.isAway() ? databaseAway() : inDatabase();
    }

    private HistoryOrigin inDatabase() {
        return new HistoryOrigin(HistoryOrigin.Kind.DATABASE, node, "");
    }

    private HistoryOrigin databaseAway() {
        return new HistoryOrigin(
                HistoryOrigin.Kind.MEMORY_DATABASE,
                node,
                "The database does not respond; these are the last " + RecentEnds.ENDS + " ends and "
                        + RecentEnds.FAILURES + " failures of node " + node);
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
        int most = Math.max(1, Math.min(limit, MOST));
        return read(() -> stored(query, after, most), origin -> memory.page(query, after, most, origin));
    }

    private HistoryPage stored(HistoryQuery query, OptionalLong after, int most) {
        List<EndedTask> found = stores.ends().page(query, after.orElse(Long.MAX_VALUE), most + 1);
        boolean hasMore = found.size() > most;
        List<EndedTask> items = hasMore ? found.subList(0, most) : found;
        return new HistoryPage(
                items,
                hasMore ? Optional.of(items.get(most - 1).id()) : Optional.empty(),
                stores.ends().total(query, MOST_COUNTED),
                inDatabase());
    }

    @Override
    public void forEach(HistoryQuery query, Predicate<EndedTask> wantsMore) {
        if (origin().isMemory()) {
            TaskHistory.super.forEach(query, wantsMore);
            return;
        }
        long before = Long.MAX_VALUE;
        while (true) {
            List<EndedTask> found = stores.ends().page(query, before, MOST_AT_ONCE);
            for (EndedTask task : found) {
                if (!wantsMore.test(task)) {
                    return;
                }
            }
            if (found.size() < MOST_AT_ONCE) {
                return;
            }
            before = found.get(MOST_AT_ONCE - 1).id();
        }
    }

    @Override
    public Map<String, Long> facets(HistoryQuery query, HistoryField by) {
        return read(
                () -> stores.ends().facets(query, by, MOST_COUNTED, MOST_FACETS),
                origin -> memory.facets(query, by, MOST_FACETS));
    }

    @Override
    public List<EndedTask> executions(String taskId) {
        return read(() -> stores.ends().executions(taskId, MOST_EXECUTIONS), origin -> memory.executions(taskId));
    }

    @Override
    public Optional<KeptMessage> evidence(EndedTask execution) {
        return read(() -> stores.ends().evidence(execution.id()), origin -> memory.evidence(execution.id()))
                .map(this::message);
    }

    private KeptMessage message(HistoryEvidence evidence) {
        return new KeptMessage(
                evidence.contentType(),
                evidence.compression(),
                evidence.bodySize(),
                evidence.body().isPresent(),
                evidence.properties().map(properties::read).orElse(Map.of()),
                evidence.traceback(),
                evidence.lines().map(text -> List.of(text.split("\n", -1))).orElse(List.of()),
                evidence.retriedAs());
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
    public List<FailureGroup> groups(Instant since) {
        return read(() -> stores.groups().groups(since, MOST), origin -> memory.groups());
    }

    @Override
    public Optional<FailureGroup> group(String id) {
        return read(() -> stores.groups().group(id), origin -> memory.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<FailureGroup> annotate(String id, Optional<String> note, Optional<Instant> mutedUntil) {
        boolean isThere = stores.groups().annotate(id, note.map(text -> Fits.text(text, Fits.NOTE)), mutedUntil);
        return isThere ? stores.groups().group(id) : Optional.empty();
    }

    @Override
    public List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task) {
        return stores.minutes().minutes(from, to, task);
    }

    @Override
    public void record(OperatorAction action) {
        audit.record(action, !kept.areNone());
    }

    @Override
    public List<AuditEntry> audit(OptionalLong after, int limit) {
        return audit.entries(after.orElse(Long.MAX_VALUE), Math.max(1, Math.min(limit, MOST)));
    }
}
