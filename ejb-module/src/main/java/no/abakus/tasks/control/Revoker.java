package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.port.TaskNews;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.result.Revoking;

/**
 * Prevents tasks from running. Stores the revocation in the database, so that it also reaches nodes that are down now.
 * Then announces it to all nodes. If requested, the node that runs the task interrupts it. In a caller's transaction,
 * all of this takes effect at the commit. Thread-safe.
 */
final class Revoker implements Revoking {

    private static final Log log = Log.get("no.abakus.tasks");

    /** The possible outcomes, the most serious first. */
    private static final List<RevokeOutcome> BY_WEIGHT =
            List.of(RevokeOutcome.CANCELLING, RevokeOutcome.FLAGGED, RevokeOutcome.REMOVED, RevokeOutcome.ALREADY_DONE);

    private final ResultBackend backend;
    private final OrderStore store;
    private final NewsChannel news;
    private final Transactions transactions;
    private final NodeMessaging nodes;
    private final Node node;
    private final Queues queues;
    private final Duration retention;

    /** Creates a revoker for this node. */
    Revoker(
            ResultBackend backend,
            OrderStore store,
            NewsChannel news,
            Transactions transactions,
            NodeMessaging nodes,
            Node node,
            Queues queues,
            Duration retention) {
        this.backend = backend;
        this.store = store;
        this.news = news;
        this.transactions = transactions;
        this.nodes = nodes;
        this.node = node;
        this.queues = queues;
        this.retention = retention;
    }

    @Override
    public RevokeOutcome revoke(String id, boolean terminate) {
        return revoke(Revocable.id(id), terminate, ReplyTimeout.STANDARD).outcome();
    }

    RevokeReport revoke(Revocable which, boolean terminate, Duration patience) {
        return which instanceof Revocable.Ids some
                ? revoke(some.ids(), terminate, patience)
                : revoke((Revocable.Matching) which, terminate, patience);
    }

    private RevokeReport revoke(Set<String> ids, boolean terminate, Duration patience) {
        Instant now = node.clock().now();
        boolean inTransaction = transactions.isActive();
        Map<String, TaskState> before = new HashMap<>();
        Orders.Ids noted = transactions.joined(() -> {
            for (String id : ids) {
                before.put(id, backend.revoke(id, now));
                if (!before.get(id).isFinal()) {
                    store.revoke(revocation(id, terminate, now));
                }
                tellWaiters(id, before.get(id), now);
            }
            Orders.Ids open = new Orders.Ids(ids.stream()
                    .filter(id -> !before.get(id).isFinal())
                    .map(id -> revocation(id, terminate, now))
                    .toList());
            if (inTransaction && !open.revocations().isEmpty()) {
                nodes.tell(Orders.REVOKE_IDS, open);
            }
            return open;
        });
        Set<String> interrupted =
                inTransaction ? running(before, terminate) : interrupted(Orders.REVOKE_IDS, noted, terminate, patience);
        Map<String, RevokeOutcome> outcomes = new HashMap<>();
        before.forEach((id, state) -> outcomes.put(id, outcome(id, state, interrupted, inTransaction)));
        return new RevokeReport(weightiest(outcomes.values(), RevokeOutcome.ALREADY_DONE), outcomes);
    }

    private Revocation revocation(String id, boolean terminate, Instant now) {
        return new Revocation(id, terminate, now, now.plus(retention));
    }

    /** If the task has not started, notifies the callers that wait for it, because it will not run. */
    private void tellWaiters(String id, TaskState before, Instant now) {
        if (before == TaskState.QUEUED || before == TaskState.RETRY) {
            news.tell(new TaskNews(id, "", TaskState.REVOKED, node.name(), now));
        }
    }

    /**
     * The ids of the tasks that are running, according to the database. Nodes cannot be asked, because they learn of
     * the revocation only when the caller's transaction commits.
     */
    private static Set<String> running(Map<String, TaskState> before, boolean terminate) {
        return before.entrySet().stream()
                .filter(task -> terminate && task.getValue() == TaskState.STARTED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private RevokeOutcome outcome(String id, TaskState before, Set<String> interrupted, boolean inTransaction) {
        if (before.isFinal()) {
            return RevokeOutcome.ALREADY_DONE;
        }
        if (interrupted.contains(id)) {
            return RevokeOutcome.CANCELLING;
        }
        boolean mayWait = before != TaskState.STARTED && !inTransaction;
        return mayWait && removed(id) ? RevokeOutcome.REMOVED : RevokeOutcome.FLAGGED;
    }

    /**
     * Removes the message from its queue if possible. This only saves a delivery, because the revocation is already
     * stored.
     */
    private boolean removed(String id) {
        try {
            boolean removed = queues.remove(id);
            if (removed) {
                log.warning("task_revoked", "task_id", id, "by", "id " + id, "terminated", false, "found_by", "broker");
            }
            return removed;
        } catch (OperationalException e) {
            log.debug("task_not_removed", e, "task_id", id);
            return false;
        }
    }

    private RevokeReport revoke(Revocable.Matching match, boolean terminate, Duration patience) {
        Instant now = node.clock().now();
        MatchingRevocation revocation =
                new MatchingRevocation(match, terminate, now, now.plus(match.later()), now.plus(retention));
        boolean inTransaction = transactions.isActive();
        transactions.joined(() -> {
            store.revoke(revocation);
            if (inTransaction) {
                nodes.tell(Orders.REVOKE_MATCHING, revocation);
            }
            return null;
        });
        Set<String> interrupted =
                inTransaction ? Set.of() : interrupted(Orders.REVOKE_MATCHING, revocation, terminate, patience);
        log.info("tasks_revoked", "by", match.toString(), "terminate", terminate, "interrupted", interrupted.size());
        Map<String, RevokeOutcome> outcomes = new HashMap<>();
        interrupted.forEach(id -> outcomes.put(id, RevokeOutcome.CANCELLING));
        return new RevokeReport(weightiest(outcomes.values(), RevokeOutcome.FLAGGED), outcomes);
    }

    /** Announces the command to all nodes. Waits for their replies only if running tasks are to be interrupted. */
    private <Q> Set<String> interrupted(Command<Q, String[]> command, Q content, boolean terminate, Duration patience) {
        return nodes.ask(command, content, Set.of(), terminate ? patience : Duration.ZERO).values().stream()
                .flatMap(Stream::of)
                .collect(Collectors.toSet());
    }

    private static RevokeOutcome weightiest(Collection<RevokeOutcome> outcomes, RevokeOutcome otherwise) {
        return outcomes.stream()
                .min(Comparator.comparingInt(BY_WEIGHT::indexOf))
                .orElse(otherwise);
    }
}
