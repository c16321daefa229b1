package no.abakus.tasks.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.port.StoredBulk;

/**
 * Carries out this node's share of the running operations. A node keeps an operation as long as the node reports
 * progress. If the node has not reported for ten seconds, another node may take over the operation.
 */
final class BulkTurns {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration MOST_AT_ONCE = Duration.ofSeconds(2);

    /** After this many tasks or letters, the node reports its progress and checks whether to stop. */
    private static final int STEP = 50;

    private final BulkStore store;
    private final Map<BulkAction, Work> works;
    private final TaskHistory history;
    private final TaskClock clock;
    private final String node;
    private final Map<String, Instant> lastTurns = new HashMap<>();
    private volatile Instant nextLook = Instant.MIN;

    BulkTurns(BulkStore store, Map<BulkAction, Work> works, TaskHistory history, TaskClock clock, String node) {
        this.store = store;
        this.works = works;
        this.history = history;
        this.clock = clock;
        this.node = node;
    }

    /** Makes the next turn read the store, because an operation was started. */
    void lookNow() {
        nextLook = Instant.MIN;
    }

    synchronized void take() {
        if (clock.now().isBefore(nextLook)) {
            return;
        }
        nextLook = clock.now().plus(IDLE);
        List<String> running = store.running();
        forgetAllBut(running);
        for (String id : running) {
            nextLook = Instant.MIN;
            if (store.lease(id, node, clock.now(), clock.now().plus(LEASE))) {
                store.find(id).ifPresent(this::carryOn);
            }
        }
    }

    private void forgetAllBut(List<String> running) {
        lastTurns.keySet().removeIf(id -> {
            boolean isOver = !running.contains(id);
            if (isOver) {
                works.values().forEach(work -> work.forget(id));
            }
            return isOver;
        });
    }

    private void carryOn(StoredBulk bulk) {
        BulkOperation operation = bulk.operation();
        int budget = budget(operation);
        long position = bulk.position();
        long done = operation.done();
        Map<String, Long> refused = operation.refused();
        while (budget > 0) {
            Step step;
            try {
                step = works.get(operation.request().action()).next(bulk, position, Math.min(budget, STEP));
            } catch (OperationalException e) {
                log.warning(
                        "bulk_waits", e, "bulk_id", operation.id(), "next", "the node tries again in half a second");
                return;
            } catch (RuntimeException e) {
                // The operation would fail at every turn, and the operations behind it would never get a turn.
                log.error(
                        "bulk_failed",
                        e,
                        "bulk_id",
                        operation.id(),
                        "next",
                        "the operation is stopped; the rest is unchanged");
                store.end(operation.id(), false, clock.now());
                return;
            }
            position = step.position();
            done += step.done();
            refused = Step.sum(refused, step.refused());
            budget -= STEP;
            boolean isMine = store.progress(
                    operation.id(), node, position, done, refused, clock.now().plus(LEASE));
            if (!isMine) {
                tellIfStopped(operation.id());
                return;
            }
            if (step.isLast()) {
                finish(operation, done, refused);
                return;
            }
        }
    }

    /** Returns how many tasks or letters the rate permits for the time since the last turn. */
    private int budget(BulkOperation operation) {
        Instant now = clock.now();
        Instant before = lastTurns.put(operation.id(), now);
        Duration since = before == null ? Duration.ofSeconds(1) : Duration.between(before, now);
        Duration counted = since.compareTo(MOST_AT_ONCE) > 0 ? MOST_AT_ONCE : since;
        long permitted = operation.request().rate() * counted.toMillis() / 1_000;
        if (permitted == 0) {
            // The rate permits less than one, so this time is added to that of the next turn.
            lastTurns.put(operation.id(), before == null ? now : before);
        }
        return (int) permitted;
    }

    /**
     * If an operator has stopped the operation, logs that with the final counts. Only this node knows the final counts,
     * because the node's last step counts even if the step ended after the stop.
     */
    private void tellIfStopped(String id) {
        store.find(id)
                .map(StoredBulk::operation)
                .filter(operation -> operation.state() == BulkState.STOPPED)
                .ifPresent(operation -> {
                    log.info("bulk_stopped", "bulk_id", id, "done", operation.done(), "left", operation.left());
                    record(
                            operation,
                            "stopped: " + operation.done() + " of " + operation.total() + ", " + operation.left()
                                    + " left");
                });
    }

    private void finish(BulkOperation operation, long done, Map<String, Long> refused) {
        if (!store.end(operation.id(), true, clock.now())) {
            return;
        }
        long failed = refused.values().stream().mapToLong(Long::longValue).sum();
        log.info("bulk_done", "bulk_id", operation.id(), "done", done, "refused", failed);
        record(operation, "done: " + done + " of " + operation.total());
    }

    private void record(BulkOperation operation, String outcome) {
        history.record(new OperatorAction(
                operation.request().user(),
                operation.request().requestId(),
                "bulk-" + operation.request().action().code(),
                Optional.of("bulk/" + operation.id()),
                operation.request().reason(),
                outcome));
    }
}
