package no.abakus.tasks.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkOperations;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkStart;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.StoredBulk;

/** The bulk operations of all nodes, and this node's share of the work. Thread-safe. */
public final class Bulks implements BulkOperations {

    private static final Duration PREVIEW = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);

    private final BulkStore store;
    private final TaskHistory history;
    private final Map<BulkAction, Work> works = new EnumMap<>(BulkAction.class);
    private final Ids ids;
    private final TaskClock clock;
    private final BulkTurns turns;
    private volatile boolean looksWithoutHistory;

    /**
     * Creates an object that runs the bulk operations in this store.
     *
     * @param ends finds the tasks that are sent again or forgotten
     * @param node the name of this node
     */
    public Bulks(
            BulkStore store,
            HistoryStore ends,
            TaskHistory history,
            TaskControl control,
            DeadLetterQueue letters,
            Ids ids,
            TaskClock clock,
            String node) {
        this.store = store;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        LetterWork letterWork = new LetterWork(letters);
        works.put(BulkAction.RETRY, new RetryWork(ends, history));
        works.put(BulkAction.REVOKE, new RevokeWork(control));
        works.put(BulkAction.DELETE, letterWork);
        works.put(BulkAction.REQUEUE, letterWork);
        works.put(BulkAction.FORGET, new ForgetWork(ends));
        turns = new BulkTurns(store, works, history, clock, node);
    }

    @Override
    public BulkOperation preview(BulkRequest request) {
        HistoryOrigin origin = history.origin();
        boolean isOff = origin.kind() == HistoryOrigin.Kind.MEMORY_OFF;
        if (origin.isMemory() && (!isOff || request.action().needsHistory())) {
            throw new OperationalException("The bulk operation needs the history's database. " + origin.sentence());
        }
        // Truncates the time, because databases store no nanoseconds.
        Instant now = Instant.ofEpochMilli(clock.now().toEpochMilli());
        BulkRequest selecting = request.withIds(storable(request.ids()));
        Selected selected = works.get(request.action()).select(selecting, now);
        BulkOperation operation = new BulkOperation(
                ids.next(),
                request.withIds(List.of()),
                BulkState.PREVIEW,
                selected.total(),
                selected.exact(),
                selected.notPossible(),
                selected.sample(),
                0,
                Map.of(),
                Optional.empty(),
                now,
                now.plus(PREVIEW),
                Optional.empty(),
                Optional.empty());
        store.add(new StoredBulk(operation, selecting.ids(), selected.position()));
        return operation;
    }

    /**
     * Returns the ids that can be stored. Messages of other senders may have other ids, but workers do not run such
     * messages anyway.
     */
    private static List<String> storable(List<String> ids) {
        return ids.stream().filter(KeyText::fits).toList();
    }

    @Override
    public BulkStart start(String id) {
        if (store.start(id, clock.now())) {
            looksWithoutHistory = true;
            turns.lookNow();
            return BulkStart.STARTED;
        }
        return store.find(id).isPresent() ? BulkStart.STALE : BulkStart.NOT_FOUND;
    }

    @Override
    public Optional<BulkOperation> stop(String id) {
        store.end(id, false, clock.now());
        return find(id);
    }

    @Override
    public Optional<BulkOperation> find(String id) {
        return store.find(id).map(StoredBulk::operation);
    }

    @Override
    public List<BulkOperation> running() {
        return store.running().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Continues the operations that this node holds or can take. Call this twice a second, from one thread at a time.
     */
    public void carryOn() {
        if (looks()) {
            turns.take();
        }
    }

    /** Whether this node looks for operations. If there is neither a history nor a console, there are no operations. */
    private boolean looks() {
        return switch (history.origin().kind()) {
            case DATABASE -> true;
            case MEMORY_OFF -> looksWithoutHistory;
            case MEMORY_DATABASE -> false;
        };
    }

    @Override
    public void carryOnWithoutHistory() {
        looksWithoutHistory = true;
    }

    /** Deletes old operations. Call this regularly. */
    public void removeOld() {
        if (looks()) {
            Instant now = clock.now();
            store.removeBulks(now.minus(KEPT), now.minus(PREVIEW));
        }
    }
}
