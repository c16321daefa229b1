package no.abakus.logging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An immutable, ordered map that describes what a thread is working on. Every log line of the thread carries its
 * entries.
 *
 * <pre>{@code
 * try (var scope = LogContext.bind("order_id", 7, "customer", "webkom")) {
 *     warehouse.reserve(order);      // its lines, and the server's own, carry order_id and customer
 * }
 * executor.execute(LogContext.current().wrap(this::ship));
 * }</pre>
 *
 * <p>Keys keep the order in which they were first bound; binding a key again changes its value, but not its position.
 * Values may be of any type and should be immutable, because lines show them as they were when the first line with this
 * context was written. Instances are safe to share between threads. No method throws because of a key or a value. A
 * missing value, or a key that is not a string, is logged under a key that names the mistake, such as {@code
 * !missing_value}.
 *
 * <p>Corresponds to structlog's {@code contextvars}.
 */
public final class LogContext {
    private static final Object[] NOTHING = {};
    private static final LogContext EMPTY = new LogContext(NOTHING);

    /** Alternating keys and values; never modified. */
    private final Object[] entries;

    private volatile Object[] derived = NOTHING;

    private LogContext(Object[] entries) {
        this.entries = entries;
    }

    /** Returns the context of the calling thread. It is never null, and it is empty if no scope is open. */
    public static LogContext current() {
        return LogScope.currentContext();
    }

    /** Returns the context without entries. */
    public static LogContext empty() {
        return EMPTY;
    }

    /**
     * Returns a context with these entries, in the map's order. It has no effect on a thread until {@link #replace} or
     * {@link #wrap} is called.
     *
     * @param values the entries, or null for none
     */
    public static LogContext of(Map<String, ?> values) {
        return EMPTY.withAll(values);
    }

    /**
     * Returns a context with exactly these entries, in this order. It has no effect on a thread until {@link #replace}
     * or {@link #wrap} is called.
     *
     * @param pairs alternating keys and values; if a key is given twice, the last value wins
     */
    public static LogContext ofPairs(Object... pairs) {
        return EMPTY.withPairs(pairs);
    }

    /**
     * Adds one entry to the calling thread's context until the returned scope is closed.
     *
     * @param key the name of the value; snake_case by convention
     * @param value any value, including null
     */
    public static LogScope bind(String key, Object value) {
        return LogScope.openWith(key, value);
    }

    /**
     * Adds several entries to the calling thread's context until the returned scope is closed.
     *
     * @param more further keys and values, alternating
     */
    public static LogScope bind(String key, Object value, Object... more) {
        return LogScope.open(current().with(key, value).withPairs(more));
    }

    /**
     * Adds the map's entries to the calling thread's context until the returned scope is closed.
     *
     * @param values the entries, or null for none
     */
    public static LogScope bind(Map<String, ?> values) {
        return LogScope.open(current().withAll(values));
    }

    /**
     * Replaces the calling thread's context with {@code context} until the returned scope is closed. A worker uses this
     * to take over the context of the thread that sent the work.
     *
     * @param context the context that the thread gets; null means empty
     */
    public static LogScope replace(LogContext context) {
        return LogScope.open(context == null ? EMPTY : context);
    }

    /**
     * Binds an entry within the calling thread's innermost open scope. Use it for values that become known late, such
     * as the user of a request that is authenticated while it is served. Closing that scope removes the entry. Without
     * an open scope nothing is bound, because no scope would ever remove the entry.
     */
    public static void put(String key, Object value) {
        LogScope.rebind(key, value);
    }

    /** Returns a copy with this entry. If the key exists, its value is replaced and its position stays the same. */
    public LogContext with(String key, Object value) {
        return new LogContext(Pairs.put(entries, entries.length, key, value));
    }

    /**
     * Returns a copy with these entries. If a key exists, its value is replaced and its position stays the same.
     *
     * @param more further keys and values, alternating
     */
    public LogContext with(String key, Object value, Object... more) {
        Object[] pairs = new Object[2 + more.length];
        pairs[0] = key;
        pairs[1] = value;
        System.arraycopy(more, 0, pairs, 2, more.length);
        return withPairs(pairs);
    }

    /**
     * Returns a copy with the map's entries. If a key exists, its value is replaced and its position stays the same.
     * Returns this context itself if the map is null or empty.
     */
    public LogContext withAll(Map<String, ?> values) {
        if (values == null || values.isEmpty()) {
            return this;
        }
        Object[] pairs = new Object[2 * values.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            if (count == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * pairs.length);
            }
            pairs[count++] = Pairs.key(entry.getKey());
            pairs[count++] = entry.getValue();
        }
        return withPairs(Arrays.copyOf(pairs, count));
    }

    /** Returns a copy without this key, or this context itself if it does not have the key. */
    public LogContext without(String key) {
        int at = Pairs.indexOf(entries, entries.length, key);
        if (at < 0) {
            return this;
        }
        Object[] fewer = new Object[entries.length - 2];
        System.arraycopy(entries, 0, fewer, 0, at);
        System.arraycopy(entries, at + 2, fewer, at, fewer.length - at);
        return new LogContext(fewer);
    }

    /** Returns the value of this key; null if the key is absent or its value is null. */
    public Object get(String key) {
        int at = Pairs.indexOf(entries, entries.length, key);
        return at < 0 ? null : entries[at + 1];
    }

    /** Returns whether there are no entries. */
    public boolean isEmpty() {
        return entries.length == 0;
    }

    /** Returns the number of entries. */
    public int size() {
        return entries.length / 2;
    }

    /** Returns a new, modifiable map with the entries in their order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    /** Passes each entry to the action, in order. */
    public void forEach(BiConsumer<? super String, Object> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept((String) entries[i], entries[i + 1]);
        }
    }

    /**
     * Returns a task that runs with exactly this context on any thread, and afterwards restores that thread's own
     * context.
     */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (LogScope scope = replace(this)) {
                task.run();
            }
        };
    }

    /**
     * Returns a task that runs with exactly this context on any thread, and afterwards restores that thread's own
     * context.
     */
    public <V> Callable<V> wrap(Callable<V> task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (LogScope scope = replace(this)) {
                return task.call();
            }
        };
    }

    /**
     * Returns an executor whose tasks run with the context of the thread that submitted them. Use it for your own
     * executors, including virtual threads, and for the methods of {@code CompletableFuture} that take an executor.
     */
    public static Executor carrying(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(current().wrap(task));
    }

    /**
     * Returns an executor service whose tasks run with the context of the thread that submitted them. Shutting it down
     * also shuts down the wrapped service.
     */
    public static ExecutorService carrying(ExecutorService executor) {
        return new CarryingExecutor(executor);
    }

    /**
     * Returns a value that is computed from this context and cached with it. For example, an encoder computes its value
     * once per context, and not once per line. If several threads call this method at once, the value may be computed
     * more than once.
     *
     * @param type the exact class of the result; there is one result per class
     * @param computation computes the result, never null
     */
    public <T> T derived(Class<T> type, Function<? super LogContext, ? extends T> computation) {
        for (Object known : derived) {
            if (known.getClass() == type) {
                return type.cast(known);
            }
        }
        T made = computation.apply(this);
        Object[] more = Arrays.copyOf(derived, derived.length + 1);
        more[more.length - 1] = made;
        derived = more;
        return made;
    }

    LogContext withPairs(Object... pairs) {
        if (pairs == null || pairs.length == 0) {
            return this;
        }
        return new LogContext(Pairs.putAll(entries, pairs));
    }

    /** Two contexts are equal if they have the same keys and values in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LogContext that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    /** Returns the entries after redaction, for a debugger or an exception message. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("LogContext{");
        forEach((key, value) -> {
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ");
            text.append(key).append('=').append(Redaction.active().value(key, value));
        });
        return text.append('}').toString();
    }
}
