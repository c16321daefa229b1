package no.abakus.tasks.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The time limits of executions. A limit that the call sets takes precedence. For a limit that the call does not set,
 * the task's limit applies. A task declares a soft and a hard limit, and an operator can replace both on this node
 * until the node is restarted. Thread-safe.
 */
public final class TimeLimits {

    private final ConcurrentMap<String, TimeAllowed> changed = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** The limits of executions whose call sets no limits. */
    public TimeAllowed of(TaskDefinition task) {
        TaskAttributes declared = task.attributes();
        TimeAllowed since = changed.isEmpty() ? null : changed.get(task.name());
        return since == null ? new TimeAllowed(declared.softTimeLimit(), declared.timeLimit()) : since;
    }

    /** The limits of an execution that starts now. */
    public TimeAllowed of(TaskDefinition task, TaskMessage message) {
        TaskAttributes declared = task.attributes();
        TimeAllowed since = changed.isEmpty() ? null : changed.get(task.name());
        MessageExtras said = message.extras();
        Optional<Duration> soft = limit(said.softTimeLimit(), since == null ? declared.softTimeLimit() : since.soft());
        Optional<Duration> hard = limit(said.timeLimit(), since == null ? declared.timeLimit() : since.hard());
        return soft.isEmpty() && hard.isEmpty() ? TimeAllowed.UNLIMITED : new TimeAllowed(soft, hard);
    }

    /**
     * Returns the call's limit; empty if that limit is zero, because zero means no limit. If the call sets no limit,
     * returns the other limit.
     */
    private static Optional<Duration> limit(Optional<Duration> said, Optional<Duration> otherwise) {
        return said.isPresent() ? said.filter(Predicate.not(Duration::isZero)) : otherwise;
    }

    /**
     * Replaces the task's declared limits until the node is restarted. The change applies to executions that start
     * after it. Celery: {@code control.time_limit(task, soft, hard)}.
     *
     * @throws IllegalArgumentException if the soft limit is longer than the hard limit
     */
    public void change(String task, TimeAllowed allowed) {
        changed.put(task, allowed.checked());
        listeners.forEach(listener -> listener.accept(task));
    }

    /**
     * Registers a listener. It receives the name of the task after each change of its limits, before {@link #change}
     * returns.
     */
    public void whenChanged(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** The limits that were changed on this node since its start, by task name. */
    public Map<String, TimeAllowed> changed() {
        return new TreeMap<>(changed);
    }
}
