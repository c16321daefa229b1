package no.abakus.tasks.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.limit.Grant.Turn;
import no.abakus.tasks.port.SharedPace;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The rate limits of all tasks. Starts with the declared limits, which operators can change. For a task without a
 * limit, the check costs one map lookup. Thread-safe.
 */
public final class RateLimits {

    /**
     * The longest time for which a task is held at the broker. Then its limit is checked again, because it may have
     * changed.
     */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Limited> limits = new ConcurrentHashMap<>();
    private final List<Consumer<String>> changed = new CopyOnWriteArrayList<>();
    private final SharedPace cluster;
    private final TaskClock clock;
    private final Grant grant;

    /**
     * Creates the limits that these tasks declare.
     *
     * @param cluster provides the turns that all nodes share
     * @param seals creates and checks the seals of turns
     */
    public RateLimits(TaskRegistry registry, SharedPace cluster, TaskClock clock, NodeIdentity node, Seals seals) {
        this.cluster = cluster;
        this.clock = clock;
        this.grant = new Grant(node, seals);
        for (TaskDefinition task : registry.all()) {
            task.attributes().rateLimit().ifPresent(limit -> change(task.name(), Optional.of(limit)));
        }
    }

    /** The current limit of a task. */
    public Optional<RateLimit> of(String task) {
        return Optional.ofNullable(limits.get(task)).map(Limited::limit);
    }

    /** All current limits, by task name. */
    public Map<String, RateLimit> all() {
        Map<String, RateLimit> all = new TreeMap<>();
        limits.forEach((task, limited) -> all.put(task, limited.limit()));
        return all;
    }

    /**
     * Sets the task's limit until the node is restarted. If {@code limit} is empty, removes the task's limit. The
     * change also applies to waiting tasks.
     */
    public void change(String task, Optional<RateLimit> limit) {
        if (limit.isEmpty()) {
            limits.remove(task);
        } else if (!of(task).equals(limit)) {
            limits.put(task, new Limited(limit.get(), key -> line(task, key, limit.get())));
        }
        changed.forEach(listener -> listener.accept(task));
    }

    /**
     * Registers a listener. It receives the name of the task after each change of a limit, before {@link #change}
     * returns.
     */
    public void whenChanged(Consumer<String> listener) {
        changed.add(listener);
    }

    private Line line(String task, String key, RateLimit limit) {
        if (limit.scope() == RateLimitScope.NODE) {
            return Line.ofNode(limit);
        }
        String name = key.isEmpty() ? task : task + "|" + key;
        return Line.ofCluster(limit, now -> cluster.next(name, limit.interval(), Line.allowance(limit), now));
    }

    /**
     * Returns empty if the task may start now. Otherwise returns the time until which the task must wait at the broker.
     *
     * @param arguments the task's arguments, one per parameter
     */
    public Optional<Hold> admit(TaskDefinition task, TaskMessage message, Object[] arguments) {
        Limited limited = limits.get(task.name());
        if (limited == null) {
            return Optional.empty();
        }
        RateLimit limit = limited.limit();
        Instant now = clock.now();
        String key = LimitKey.of(limit, task, message, arguments);
        Line line = limited.line(key, now);
        String own = grant.mark(limit);
        Turn turn = message.hold()
                .flatMap(hold -> grant.turn(message.id(), hold, limit))
                .orElseGet(() -> new Turn(line.turn(now), own));
        if (turn.at().isAfter(now)) {
            return Optional.of(hold(now, message, turn));
        }
        // Turns from another node are counted separately, because they do not count towards this node's limit.
        Line counted = turn.mark().equals(own) ? line : limited.line(key + turn.mark(), now);
        return counted.begin(now).map(room -> hold(now, message, new Turn(later(room, line.turn(now)), own)));
    }

    /**
     * Returns the later time. If several tasks missed their turns, each gets a new turn, so that they do not all come
     * back at the same time.
     */
    private static Instant later(Instant room, Instant turn) {
        return turn.isAfter(room) ? turn : room;
    }

    private Hold hold(Instant now, TaskMessage message, Turn turn) {
        Instant latest = now.plus(LONGEST_HOLD);
        return new Hold(turn.at().isAfter(latest) ? latest : turn.at(), turn.at(), grant.sealed(message.id(), turn));
    }
}
