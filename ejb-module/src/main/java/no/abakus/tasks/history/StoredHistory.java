package no.abakus.tasks.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupPage;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryStores;

/** Reads the stores of one application. Thread-safe. */
final class StoredHistory implements HistoryReader {

    /** Rows are counted only up to this number, because a greater total is not worth the wait. */
    private static final int MOST_COUNTED = 10_000;

    static final int MOST_EXECUTIONS = 200;
    private static final int MOST_AT_ONCE = 500;

    private final HistoryStores stores;
    private final MessageProperties properties;
    private final String node;

    StoredHistory(HistoryStores stores, MessageProperties properties, String node) {
        this.stores = stores;
        this.properties = properties;
        this.node = node;
    }

    @Override
    public Optional<String> application() {
        return Optional.of(stores.application());
    }

    @Override
    public HistoryOrigin origin() {
        return new HistoryOrigin(HistoryOrigin.Kind.DATABASE, node, "");
    }

    /** Returns this limit, but at least 1 and at most {@value #MOST}. */
    static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }

    @Override
    public HistoryPage page(HistoryQuery query, OptionalLong after, int limit) {
        int most = bounded(limit);
        List<EndedTask> found = stores.ends().page(query, after.orElse(Long.MAX_VALUE), most + 1);
        boolean hasMore = found.size() > most;
        List<EndedTask> items = hasMore ? found.subList(0, most) : found;
        return new HistoryPage(
                items,
                hasMore ? Optional.of(items.get(most - 1).id()) : Optional.empty(),
                stores.ends().total(query, MOST_COUNTED),
                origin());
    }

    @Override
    public void forEach(HistoryQuery query, Predicate<EndedTask> wantsMore) {
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
        return stores.ends().facets(query, by, MOST_COUNTED, MOST_FACETS);
    }

    @Override
    public List<EndedTask> executions(String taskId) {
        return stores.ends().executions(taskId, MOST_EXECUTIONS);
    }

    @Override
    public Optional<KeptMessage> evidence(EndedTask execution) {
        return stores.ends().evidence(execution.id()).map(this::message);
    }

    KeptMessage message(HistoryEvidence evidence) {
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
    public List<FailureGroup> groups(Instant since) {
        return stores.groups().groups(since, MOST);
    }

    @Override
    public FailureGroupPage groups(
            Instant since, Predicate<FailureGroup> wanted, Optional<FailureGroupPage.Position> after, int limit) {
        return GroupPages.page(
                stores.groups().groups(since, GroupPages.MOST_SCANNED + 1), wanted, after, bounded(limit));
    }

    @Override
    public Optional<FailureGroup> group(String id) {
        return stores.groups().group(id);
    }

    @Override
    public List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task) {
        return stores.minutes().minutes(from, to, task);
    }

    @Override
    public List<AuditEntry> audit(OptionalLong after, int limit) {
        return stores.audit().entries(after.orElse(Long.MAX_VALUE), bounded(limit));
    }
}
