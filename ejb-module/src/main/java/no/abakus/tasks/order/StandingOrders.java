package no.abakus.tasks.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.spi.TaskMessage;

/**
 * All operators' orders that this node knows. The node reads them from the database at startup, and other nodes notify
 * it of new orders. The node also re-reads the orders periodically, because notifications can be lost. A lookup
 * accesses only memory. Thread-safe.
 */
public final class StandingOrders {

    private static final Log log = Log.get(StandingOrders.class);

    /**
     * For this long after it was written, an order may still be unseen, because the clocks of nodes differ a little,
     * and because a row becomes visible only when its transaction commits.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /**
     * Until the orders have been read once, each worker that receives a message tries to read them, but not more often
     * than this.
     */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private static final int CLEAN_UP_BATCH = 1_000;

    private final OrderStore store;
    private final TaskClock clock;

    private final ConcurrentMap<String, Revocation> ids = new ConcurrentHashMap<>();
    private volatile List<MatchingRevocation> matching = List.of();
    private volatile List<Pause> pauses = List.of();
    private volatile boolean isRead;
    private Instant newest = Instant.EPOCH;
    private Instant lastTry = Instant.MIN;

    /** Creates an object that has not yet read the orders in this store. */
    public StandingOrders(OrderStore store, TaskClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns the revocation that prevents this task from running, if there is one. {@code sent} is when the task's
     * message was sent.
     */
    public Optional<RevokedBy> revocation(TaskMessage message, Instant sent) {
        Revocation byId = ids.isEmpty() ? null : ids.get(message.id());
        RevokedBy found = byId == null ? null : new RevokedBy("id " + byId.id(), byId.terminate());
        for (MatchingRevocation revocation : matching) {
            if (Matches.concern(revocation, message, sent) && (found == null || !found.terminate())) {
                found = new RevokedBy(revocation.match().toString(), revocation.terminate());
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Whether a revocation that was just announced applies to a running task. Does not compare when the task was sent:
     * it was certainly sent before now, even if the sender's clock was wrong.
     */
    public static boolean appliesToRunning(MatchingRevocation announced, TaskMessage message) {
        return Matches.concern(announced, message, Instant.EPOCH);
    }

    /** Returns the time at which the task with this id was revoked; empty if it was not revoked by its id. */
    public Optional<Instant> revokedAt(String id) {
        return Optional.ofNullable(ids.get(id)).map(Revocation::at);
    }

    /** Returns the pause that stops tasks of this queue or name from starting, if there is one. */
    public Optional<Pause> pause(String queue, String task) {
        for (Pause pause : pauses) {
            if (pause.name().equals(pause.of() == Pause.Of.QUEUE ? queue : task)) {
                return Optional.of(pause);
            }
        }
        return Optional.empty();
    }

    /** Returns all current pauses. */
    public List<Pause> pauses() {
        return pauses;
    }

    /** Call this when a task was revoked, here or on another node. */
    public void heard(Revocation revocation) {
        ids.merge(revocation.id(), revocation, StandingOrders::later);
    }

    /** Call this when matching tasks were revoked, here or on another node. */
    public synchronized void heard(MatchingRevocation revocation) {
        List<MatchingRevocation> all = new ArrayList<>(matching);
        all.removeIf(revocation::isAboutTheSameAs);
        all.add(revocation);
        matching = List.copyOf(all);
    }

    /** Call this when a queue or task was paused, here or on another node. */
    public synchronized void heard(Pause pause) {
        List<Pause> all = without(pause.of(), pause.name());
        all.add(pause);
        pauses = List.copyOf(all);
    }

    /** Call this when a pause was ended, here or on another node. */
    public synchronized void resumed(Pause.Of of, String name) {
        pauses = List.copyOf(without(of, name));
    }

    private List<Pause> without(Pause.Of of, String name) {
        List<Pause> all = new ArrayList<>(pauses);
        all.removeIf(other -> other.of() == of && other.name().equals(name));
        return all;
    }

    /** Reads the orders if they were never read, unless an attempt was just made. Call it before a task starts. */
    public void readFirst() {
        if (!isRead && isTimeToTry()) {
            refresh();
        }
    }

    private synchronized boolean isTimeToTry() {
        Instant now = clock.now();
        if (now.isBefore(lastTry.plus(BETWEEN_TRIES))) {
            return false;
        }
        lastTry = now;
        return true;
    }

    /** Reads the orders. If the database cannot be reached, logs that; the known orders still apply. */
    public void refresh() {
        try {
            read();
            if (!isRead) {
                isRead = true;
                tellIfAny();
            }
        } catch (OperationalException e) {
            if (isRead) {
                log.debug("orders_not_read", e);
            } else {
                log.error(
                        "orders_not_read",
                        e,
                        "next",
                        "the node tries again in a moment; until then, it does not know earlier revocations and"
                                + " pauses");
            }
        }
    }

    private void tellIfAny() {
        int revocations = ids.size() + matching.size();
        if (revocations > 0 || !pauses.isEmpty()) {
            log.info("orders_read", "revocations", revocations, "pauses", pauses.size());
        }
    }

    private synchronized void read() {
        Instant now = clock.now();
        for (Revocation revocation : store.revokedIdsSince(newest.minus(OVERLAP))) {
            heard(revocation);
            newest = revocation.at().isAfter(newest) && !revocation.at().isAfter(now) ? revocation.at() : newest;
        }
        ids.values().removeIf(revocation -> !revocation.expiresAt().isAfter(now));
        List<MatchingRevocation> kept = new ArrayList<>(store.revocations());
        // An order that was just announced may not be visible in the database yet.
        matching.stream()
                .filter(told -> told.at().plus(OVERLAP).isAfter(now))
                .filter(told -> kept.stream().noneMatch(told::isAboutTheSameAs))
                .forEach(kept::add);
        kept.removeIf(revocation -> !revocation.expiresAt().isAfter(now));
        matching = List.copyOf(kept);
        pauses = List.copyOf(store.pauses());
    }

    /**
     * Deletes expired orders.
     *
     * @return how many were deleted
     * @throws OperationalException if the database cannot be reached
     */
    public int removeExpired() {
        int removed = 0;
        int batch;
        do {
            batch = store.removeExpired(clock.now(), CLEAN_UP_BATCH);
            removed += batch;
        } while (batch >= CLEAN_UP_BATCH);
        return removed;
    }

    private static Revocation later(Revocation one, Revocation other) {
        return other.at().isBefore(one.at()) ? one : other;
    }
}
