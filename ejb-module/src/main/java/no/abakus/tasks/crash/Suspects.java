package no.abakus.tasks.crash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.port.SuspicionStore;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Finds the tasks that crash their servers. All tasks that were running at a crash are suspects. From then on, only one
 * suspect runs at a time, alongside the node's other tasks. So the next crash shows which suspect caused it. Only
 * messages that may have been delivered before are checked in the database. For any other message, the check is a
 * lookup in memory. Thread-safe.
 */
public final class Suspects {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_EVIDENCE = 3_500;

    private final SuspicionStore store;
    private final NodeIdentity node;
    private final Duration retention;
    private final TaskClock clock;
    private final Map<String, LeftTask> left;
    private final Optional<String> blamed;
    private final int together;
    private final Semaphore alone = new Semaphore(1);

    /** Creates the suspects of a node whose previous run died while these tasks were running. */
    public Suspects(SuspicionStore store, NodeIdentity node, List<LeftTask> left, Duration retention, TaskClock clock) {
        this.store = store;
        this.node = node;
        this.retention = retention;
        this.clock = clock;
        this.left = new ConcurrentHashMap<>(
                left.stream().collect(Collectors.toMap(LeftTask::id, Function.identity(), (one, other) -> one)));
        this.blamed = blamed(left);
        this.together = left.size();
    }

    /**
     * Returns the task that caused the crash: the only task that was running, or the only one that had also been
     * running at an earlier crash.
     */
    private static Optional<String> blamed(List<LeftTask> left) {
        List<LeftTask> candidates = left.size() == 1
                ? left
                : left.stream().filter(LeftTask::wasSuspect).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0).id()) : Optional.empty();
    }

    /** Whether the message may have been delivered before. */
    public boolean concerns(Delivery delivery) {
        return delivery.redelivered()
                || delivery.deliveryCount() > 1
                || left.containsKey(delivery.message().id());
    }

    /** Whether the task was running when the previous run crashed. If so, it must wait for its turn. */
    public boolean isLeft(TaskMessage message) {
        return left.containsKey(message.id());
    }

    /** Waits briefly until no other suspect runs; returns whether this suspect may run now. */
    public boolean takeTurn() throws InterruptedException {
        return alone.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the next suspect run. */
    public void endTurn() {
        alone.release();
    }

    /** The recorded suspicion against the task; empty if there is none. */
    public Optional<Suspicion> known(TaskMessage message) {
        return store.find(message.id());
    }

    /** Restores the suspicion as it was before {@link #meet}, because the server has not crashed since then. */
    public void takeBack(TaskMessage message, Optional<Suspicion> before) {
        if (before.isPresent()) {
            store.put(before.get());
        } else {
            store.remove(message.id());
        }
    }

    /**
     * Records that the task starts once more, unless it has already crashed as many servers as allowed.
     *
     * @return the evidence against the task if it must not start; otherwise empty
     */
    public Optional<String> meet(TaskMessage message, int maxDeaths) {
        Suspicion known =
                store.find(message.id()).orElse(new Suspicion(message.id(), 0, Optional.empty(), "", clock.now()));
        Optional<LeftTask> leftHere = Optional.ofNullable(left.get(message.id()));
        Optional<Suspicion.Begun> died = known.running().filter(begun -> !isOurs(begun));
        int deaths = known.deaths();
        String evidence = known.evidence();
        if (died.isPresent()) {
            // The task's start was recorded, but its end was not.
            deaths++;
            evidence = with(evidence, leftHere.map(this::told).orElseGet(() -> told(died.get())));
        } else if (leftHere.isPresent() && known.running().isEmpty()) {
            deaths += blamed.filter(message.id()::equals).isPresent() ? 1 : 0;
            evidence = with(evidence, told(leftHere.get()));
        }
        if (deaths >= maxDeaths) {
            return Optional.of(evidence);
        }
        store.put(new Suspicion(
                message.id(),
                deaths,
                Optional.of(new Suspicion.Begun(node.name(), clock.now())),
                evidence,
                clock.now().plus(retention)));
        return Optional.empty();
    }

    private boolean isOurs(Suspicion.Begun begun) {
        return begun.node().equals(node.name()) && !begun.at().isBefore(node.since());
    }

    private static String with(String evidence, String more) {
        String all = evidence.isEmpty() ? more : evidence + "\n" + more;
        return all.length() <= MOST_EVIDENCE ? all : all.substring(0, MOST_EVIDENCE) + "…";
    }

    private String told(LeftTask task) {
        return "node " + node.name() + " died; the node had begun the task at " + task.begunAt() + " on thread "
                + task.thread() + ", was last seen alive at " + task.seenAt() + ", and ran "
                + (together == 1 ? "nothing else" : (together - 1) + " other tasks")
                + task.stack()
                        .map(stack -> "; the stack of the task method was\n" + stack)
                        .orElse("; the stack of the task method is unknown");
    }

    private static String told(Suspicion.Begun begun) {
        return "node " + begun.node() + ", which had begun the task at " + begun.at()
                + ", did not end the task and has not been heard from since";
    }

    /** Forgets a task that has ended, whatever its outcome. */
    public void ended(TaskMessage message) {
        store.remove(message.id());
        left.remove(message.id());
    }

    /** Deletes expired suspicions; returns the number deleted. */
    public int removeExpired() {
        return store.removeExpired(clock.now(), 1_000);
    }
}
