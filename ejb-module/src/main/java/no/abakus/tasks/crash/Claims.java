package no.abakus.tasks.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.port.DisplacedId;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Lets each execution begin at most once, for tasks that must never begin twice, and finds those whose node died. A
 * node reports that it is alive as long as it has such tasks.
 *
 * <p>It judges other nodes only after it has reached the store itself for as long as it allows them, so an outage of
 * the store makes nobody look dead. Thread-safe.
 */
public final class Claims {

    /** The verdict on a message that asks to begin. */
    public sealed interface Verdict {

        /** Nobody had begun it; now the caller has. */
        record Begin() implements Verdict {}

        /** It was begun, and has ended or is for another node to end: the message is a repetition. */
        record Over() implements Verdict {}

        /** It was begun, and may still run. */
        record Unsure() implements Verdict {}

        /** Another task with this id was begun, or another send of the same task. */
        record Foreign() implements Verdict {}

        /** It was begun by a run that is dead. */
        record Lost(Claim claim) implements Verdict {}
    }

    private static final int BATCH = 100;

    private static final Duration POSTPONEMENT = Duration.ofMinutes(1);

    /** Signs of life are not kept this long. */
    private static final Duration FOREVER = Duration.ofDays(2);

    /** How many beats fit into the time after which a silent node counts as dead. */
    private static final int BEATS = 6;

    private final ClaimStore store;
    private final NodeIdentity node;
    private final Optional<String> formerRun;
    private final Duration patience;
    private final Duration retention;
    private final TaskClock clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    /** What messages have claimed instead of their id, because somebody else had claimed that. */
    private final ConcurrentMap<String, String> displaced = new ConcurrentHashMap<>();

    private final Map<String, Instant> postponed = new ConcurrentHashMap<>();
    private boolean isRegistered;
    private Instant reachedSince;
    private Instant lastBeat;

    /**
     * Claims of a node.
     *
     * @param formerRun the node's previous run, which is dead
     * @param patience after which a silent node counts as dead
     * @param retention how long a claim is kept; only that long is a repetition recognized
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

    /** Asks whether the message's execution may begin. To be called outside of transactions. */
    public Verdict begin(TaskMessage message, boolean acknowledged) {
        register();
        Verdict verdict = begin(message, message.id(), acknowledged);
        Optional<String> own = verdict instanceof Verdict.Foreign ? DisplacedId.of(message) : Optional.empty();
        if (own.isEmpty()) {
            return verdict;
        }
        Verdict verdictOfOwn = begin(message, own.get(), acknowledged);
        if (verdictOfOwn instanceof Verdict.Begin || verdictOfOwn instanceof Verdict.Lost) {
            displaced.put(displacedKey(message), own.get());
        }
        return verdictOfOwn;
    }

    private static String displacedKey(TaskMessage message) {
        return key(message.id(), message.retries()) + "/" + message.token().orElse("");
    }

    private Verdict begin(TaskMessage message, String id, boolean acknowledged) {
        Instant now = clock.now();
        Claim mine = new Claim(
                id,
                message.retries(),
                message.task(),
                node.name(),
                node.run(),
                acknowledged,
                false,
                now,
                now.plus(retention),
                message.token());
        Verdict verdict = store.claim(mine)
                .map(other -> isOwn(other, message) ? judge(other) : new Verdict.Foreign())
                .orElse(new Verdict.Begin());
        if (verdict instanceof Verdict.Begin) {
            inHand.add(key(id, message.retries()));
        }
        return verdict;
    }

    /** A claim without a token was made by a message without one, which may be anybody's. */
    private static boolean isOwn(Claim claim, TaskMessage message) {
        return claim.task().equals(message.task()) && claim.token().equals(message.token());
    }

    /** The id that this message has claimed. */
    private String claimed(TaskMessage message) {
        return displaced.getOrDefault(displacedKey(message), message.id());
    }

    private static String key(String id, int execution) {
        return execution + "/" + id;
    }

    private Verdict judge(Claim other) {
        if (other.ended()) {
            return new Verdict.Over();
        }
        if (other.run().equals(node.run()) && !inHand.contains(key(other.id(), other.execution()))) {
            // It was claimed here, and then nothing of it began.
            return new Verdict.Begin();
        }
        if (other.acknowledged()) {
            // Whoever notices that its node is dead records the end: see lost().
            return new Verdict.Over();
        }
        if (other.run().equals(node.run())) {
            return new Verdict.Unsure();
        }
        return store.isAlive(other.run(), silenceThatTells()) ? new Verdict.Unsure() : new Verdict.Lost(other);
    }

    /** None of the claimed execution has begun, and its message comes again. */
    public void abandon(TaskMessage message) {
        store.release(forgotten(message), message.retries());
    }

    /** Has no longer in hand what this message has claimed; returns its id. */
    private String forgotten(TaskMessage message) {
        String id = claimed(message);
        inHand.remove(key(id, message.retries()));
        displaced.remove(displacedKey(message));
        return id;
    }

    /** An execution that was claimed here is over, and its outcome is permanently recorded. */
    public void done(TaskMessage message) {
        forgotten(message);
    }

    /** Notes that the outcome is recorded; in the same transaction. */
    public void end(TaskMessage message) {
        store.end(claimed(message), message.retries());
    }

    /** Likewise for a claim whose node is dead. */
    public void end(Claim claim) {
        store.end(claim.id(), claim.execution());
    }

    /** Lets the execution begin once more, as its body wishes; in the transaction that sends its message back. */
    public void release(TaskMessage message) {
        store.release(claimed(message), message.retries());
    }

    /** When a message should come again if it is uncertain whether its execution still runs. */
    public Instant lookAgainAt() {
        return clock.now().plus(patience.dividedBy(BEATS));
    }

    /** Reports that this node is alive, if it is time to. */
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
     * A buried run leaves no sign of life. A silent one may be judged only after this node has waited for a while
     * itself.
     */
    private synchronized Duration silenceThatTells() {
        boolean reachedItAsLong =
                reachedSince != null && !reachedSince.plus(patience).isAfter(clock.now());
        return reachedItAsLong ? patience : FOREVER;
    }

    /** Early acknowledged executions that have no outcome and whose node is dead. */
    public List<Claim> lost() {
        Instant now = clock.now();
        postponed.values().removeIf(now::isAfter);
        return store.lost(node.run(), silenceThatTells(), BATCH).stream()
                .filter(claim -> !postponed.containsKey(key(claim.id(), claim.execution())))
                .toList();
    }

    /** Its outcome cannot be recorded now: a transaction that died with its node may still lock its record. */
    public void postpone(Claim claim) {
        postponed.put(key(claim.id(), claim.execution()), clock.now().plus(POSTPONEMENT));
    }

    /** Deletes expired claims; returns how many. */
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
