package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.port.StoredBulk;

/** Bulk operations in memory. Passes {@link BulkStoreContract}. Thread-safe. */
public final class InMemoryBulks implements BulkStore {

    private final Map<String, StoredBulk> bulks = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();

    @Override
    public synchronized void add(StoredBulk bulk) {
        bulks.put(bulk.operation().id(), bulk);
    }

    @Override
    public synchronized Optional<StoredBulk> find(String id) {
        return Optional.ofNullable(bulks.get(id));
    }

    @Override
    public synchronized List<String> running() {
        List<String> running = new ArrayList<>();
        bulks.forEach((id, bulk) -> {
            if (bulk.operation().state() == BulkState.RUNNING) {
                running.add(id);
            }
        });
        return running;
    }

    private boolean is(String id, BulkState state) {
        return find(id).filter(bulk -> bulk.operation().state() == state).isPresent();
    }

    @Override
    public synchronized boolean start(String id, Instant now) {
        if (!is(id, BulkState.PREVIEW) || now.isAfter(bulks.get(id).operation().expiresAt())) {
            return false;
        }
        BulkOperation all = bulks.get(id).operation();
        change(id, BulkState.RUNNING, all.done(), all.refused(), all.node(), Optional.of(now), all.endedAt());
        return true;
    }

    @Override
    public synchronized boolean end(String id, boolean isDone, Instant now) {
        if (!is(id, BulkState.RUNNING)) {
            return false;
        }
        BulkOperation all = bulks.get(id).operation();
        change(
                id,
                isDone ? BulkState.DONE : BulkState.STOPPED,
                all.done(),
                all.refused(),
                all.node(),
                all.startedAt(),
                Optional.of(now));
        return true;
    }

    @Override
    public synchronized boolean lease(String id, String node, Instant now, Instant until) {
        if (!is(id, BulkState.RUNNING)) {
            return false;
        }
        BulkOperation all = bulks.get(id).operation();
        boolean isFree = all.node().filter(owner -> !owner.equals(node)).isEmpty()
                || leases.get(id).isBefore(now);
        if (isFree) {
            leases.put(id, until);
            change(id, all.state(), all.done(), all.refused(), Optional.of(node), all.startedAt(), all.endedAt());
        }
        return isFree;
    }

    @Override
    public synchronized boolean progress(
            String id, String node, long position, long done, Map<String, Long> refused, Instant until) {
        StoredBulk before = bulks.get(id);
        if (before == null || before.operation().node().filter(node::equals).isEmpty()) {
            return false;
        }
        leases.put(id, until);
        BulkOperation all = before.operation();
        change(id, all.state(), done, refused, all.node(), all.startedAt(), all.endedAt());
        bulks.put(id, new StoredBulk(bulks.get(id).operation(), before.ids(), position));
        return is(id, BulkState.RUNNING);
    }

    @Override
    public synchronized int removeBulks(Instant endedBefore, Instant expiredBefore) {
        int before = bulks.size();
        bulks.values().removeIf(bulk -> {
            BulkOperation operation = bulk.operation();
            return operation.endedAt().filter(endedBefore::isAfter).isPresent()
                    || (operation.state() == BulkState.PREVIEW
                            && operation.expiresAt().isBefore(expiredBefore));
        });
        return before - bulks.size();
    }

    private void change(
            String id,
            BulkState state,
            long done,
            Map<String, Long> refused,
            Optional<String> node,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt) {
        StoredBulk before = bulks.get(id);
        BulkOperation all = before.operation();
        bulks.put(
                id,
                new StoredBulk(
                        new BulkOperation(
                                id,
                                all.request(),
                                state,
                                all.total(),
                                all.exact(),
                                all.notPossible(),
                                all.sample(),
                                done,
                                refused,
                                node,
                                all.createdAt(),
                                all.expiresAt(),
                                startedAt,
                                endedAt),
                        before.ids(),
                        before.position()));
    }
}
