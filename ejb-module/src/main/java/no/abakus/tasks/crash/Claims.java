package no.abakus.tasks.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Prevents a second start of an execution that must not start twice, and finds executions whose node has died. For each
 * start, a node stores a claim. A node that has such tasks reports regularly that it is alive.
 *
 * <p>A silent node is treated as dead only if the store was reachable for the whole patience period. Otherwise, an
 * outage of the store may be the reason for the silence. Thread-safe.
 */
public final class Claims {

    /** The verdict on whether a message's execution may start. */
    public sealed interface Verdict {

        /** The execution had not started. The caller now holds the claim and may start the execution. */
        record Begin() implements Verdict {}

        /** The execution had started, and has ended or will be ended by another worker. The message is a repetition. */
        record Over() implements Verdict {}

        /** The execution had started, and was rejected for this reason. Its dead letter may not have been sent. */
        record Rejected(Claim claim, Reason reason) implements Verdict {}

        /** The execution had started and may still be running. */
        record Unsure() implements Verdict {}

        /** A different task with the same id holds the claim. */
        record Foreign() implements Verdict {}

        /** A dead run had started the execution. */
        record Lost(Claim claim) implements Verdict {}
    }

    /** The mark of a claim whose execution was rejected begins like this. The code of the reason follows. */
    private static final String REJECTED = "rejected:";

    private static final int BATCH = 100;

    private static final Duration POSTPONEMENT = Duration.ofMinutes(1);

    /**
     * The store deletes signs of life sooner than this. So with this time, a node counts as dead only if it has no
     * stored sign of life.
     */
    private static final Duration FOREVER = Duration.ofDays(2);

    /** The number of heartbeats within the patience period. */
    private static final int BEATS = 6;

    private final ClaimStore store;
    private final NodeIdentity node;
    private final Optional<String> formerRun;
    private final Duration patience;
    private final Duration retention;
    private final TaskClock clock;
    private final Set<ClaimKey> inHand = ConcurrentHashMap.newKeySet();

    /** The executions that a thread of this node is claiming, and whose verdict is not known yet. */
    private final Set<ClaimKey> asked = ConcurrentHashMap.newKeySet();

    private final Map<ClaimKey, Instant> postponed = new ConcurrentHashMap<>();
    private boolean isRegistered;
    private Instant reachedSince;
    private Instant lastBeat;

    /**
     * Manages the claims of a node.
     *
     * @param formerRun the node's previous run, which has ended
     * @param patience the time after which a silent node counts as dead
     * @param retention how long a claim is kept; a repetition that arrives later is not recognized
     */
    public Claims(
            ClaimStore store,
            NodeIdentity node,
            Optional<String> formerRun,
            Duration patience,
            Duration retention,
            TaskClock clock) {
        this.store = store;
        this.node = node;
        this.formerRun = formerRun;
        this.patience = patience;
        this.retention = retention;
        this.clock = clock;
    }

    /** Claims the message's execution, and returns whether it may start. Call this outside a transaction. */
    public Verdict begin(TaskMessage message, boolean acknowledged) {
        register();
        ClaimKey key = ClaimKey.of(message);
        if (!asked.add(key)) {
            // Another thread has received the same message and would be mistaken for one that has not started it.
            return new Verdict.Unsure();
        }
        try {
            Verdict verdict = claimed(message, acknowledged);
            if (verdict instanceof Verdict.Begin) {
                inHand.add(key);
            }
            return verdict;
        } finally {
            asked.remove(key);
        }
    }

    private Verdict claimed(TaskMessage message, boolean acknowledged) {
        Instant now = clock.now();
        Claim mine = new Claim(
                message.id(),
                message.retries(),
                message.task(),
                node.name(),
                node.run(),
                acknowledged,
                false,
                now,
                now.plus(retention),
                message.token(),
                message.extras().deaths());
        return store.claim(mine)
                .map(other -> other.task().equals(message.task()) ? judge(other) : new Verdict.Foreign())
                .orElse(new Verdict.Begin());
    }

    private Verdict judge(Claim other) {
        if (other.ended()) {
            return Arrays.stream(Reason.values())
                    .filter(reason -> other.run().equals(REJECTED + reason.code()))
                    .findFirst()
                    .<Verdict>map(reason -> new Verdict.Rejected(other, reason))
                    .orElseGet(Verdict.Over::new);
        }
        if (other.run().equals(node.run()) && !inHand.contains(ClaimKey.of(other))) {
            // This node claimed the execution but never started it.
            return new Verdict.Begin();
        }
        if (other.acknowledged()) {
            // If the claim's node is dead, another node will notice that and record the outcome; see lost().
            return new Verdict.Over();
        }
        if (other.run().equals(node.run())) {
            return new Verdict.Unsure();
        }
        return store.isAlive(other.run(), silenceThatTells()) ? new Verdict.Unsure() : new Verdict.Lost(other);
    }

    /**
     * Releases the claim of an execution that has not started. Its message will be redelivered. Does nothing if the
     * outcome of the execution has been recorded in the meantime, because it would start again.
     */
    public void abandon(TaskMessage message) {
        if (inHand.remove(ClaimKey.of(message))) {
            store.release(ClaimKey.of(message));
        }
    }

    /** Reports that an execution claimed here has ended and its outcome is permanently recorded. */
    public void done(TaskMessage message) {
        inHand.remove(ClaimKey.of(message));
    }

    /** Marks the claim as ended, in the transaction that records the outcome. */
    public void end(TaskMessage message) {
        store.end(ClaimKey.of(message));
    }

    /**
     * Marks the claim as ended by a rejection, in the transaction that records the outcome. The dead letter is sent
     * after that transaction. If the send fails, the mark makes the redelivered message a dead letter.
     */
    public void reject(TaskMessage message, Reason reason) {
        store.reject(ClaimKey.of(message), REJECTED + reason.code());
    }

    /** Marks the claim of a dead node as ended, in the transaction that records the outcome. */
    public void end(Claim claim) {
        store.end(ClaimKey.of(claim));
    }

    /**
     * Deletes the claim, because the task asked to be delivered again. Call this in the transaction that returns the
     * task's message.
     */
    public void release(TaskMessage message) {
        store.release(ClaimKey.of(message));
    }

    /** Returns the time at which to redeliver a message whose execution may still be running. */
    public Instant lookAgainAt() {
        return clock.now().plus(patience.dividedBy(BEATS));
    }

    /** Reports that this node is alive, if a report is due. */
    public synchronized void beat() {
        if (!isRegistered) {
            register();
            return;
        }
        Instant now = clock.now();
        if (lastBeat.plus(patience.dividedBy(BEATS)).isAfter(now)) {
            return;
        }
        try {
            store.beat(node.name(), node.run());
            lastBeat = now;
        } catch (RuntimeException e) {
            reachedSince = null;
            throw e;
        }
        reachedSince = reachedSince == null ? now : reachedSince;
    }

    private synchronized void register() {
        if (isRegistered) {
            return;
        }
        formerRun.ifPresent(store::bury);
        store.beat(node.name(), node.run());
        lastBeat = clock.now();
        reachedSince = lastBeat;
        isRegistered = true;
    }

    /**
     * Returns how long another run must be silent to count as dead. Until this node has reached the store for the whole
     * patience period, this time is practically unlimited. A run that is known to be dead counts as dead anyway,
     * because its sign of life has been deleted.
     */
    private synchronized Duration silenceThatTells() {
        boolean reachedItAsLong =
                reachedSince != null && !reachedSince.plus(patience).isAfter(clock.now());
        return reachedItAsLong ? patience : FOREVER;
    }

    /** Returns the claims of executions that were acknowledged early, have no outcome, and belong to a dead node. */
    public List<Claim> lost() {
        Instant now = clock.now();
        postponed.values().removeIf(now::isAfter);
        return store.lost(node.run(), silenceThatTells(), BATCH).stream()
                .filter(claim -> !postponed.containsKey(ClaimKey.of(claim)))
                .toList();
    }

    /**
     * Makes {@link #lost} skip a claim for a while, because a transaction of the dead node may still lock the task's
     * record.
     */
    public void postpone(Claim claim) {
        postponed.put(ClaimKey.of(claim), clock.now().plus(POSTPONEMENT));
    }

    /** Deletes expired claims; returns the number deleted. */
    public int removeExpired() {
        int removed = 0;
        int batch;
        do {
            batch = store.removeExpired(clock.now(), BATCH * 10);
            removed += batch;
        } while (batch >= BATCH * 10);
        return removed;
    }
}
