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
 * What a thread is working on, as an immutable, ordered map of keys to values that every log line of the thread carries.
 *
 * <pre>{@code
 * try (var scope = LogContext.bind("order_id", 7, "customer", "webkom")) {
 *     warehouse.reserve(order);      // its lines, and the server's own, carry order_id and customer
 * }
 * executor.execute(LogContext.current().wrap(this::ship));
 * }</pre>
 *
 * <p>Keys keep the order in which they were first bound; binding a key again changes its value in place. Values may be of any type
 * and should be immutable: a line shows them as they were when the first line with this context was written. Instances are safe to
 * share between threads. Nothing here throws because of a key or a value: a missing value or a key that is no string goes out under
 * a key that names the mistake, such as {@code !missing_value}.
 *
 * <p>Corresponds to structlog's {@code contextvars}.
 */
public final class LogContext {
    private static final Object[] NOTHING = {};
    private static final LogContext EMPTY = new LogContext(NOTHING);

    /** Alternating key, value; never modified. */
    private final Object[] entries;

    private volatile Object[] derived = NOTHING;

    private LogContext(Object[] entries) {
        this.entries = entries;
    }

    /** The context of the calling thread; empty where no scope is open, never null. */
    public static LogContext current() {
        return LogScope.currentContext();
    }

    /** The context without entries. */
    public static LogContext empty() {
        return EMPTY;
    }

    /**
     * A context of its own with these entries, in the map's order; no thread sees it until {@link #replace} or {@link #wrap}.
     *
     * @param values the entries, or null for none
     */
    public static LogContext of(Map<String, ?> values) {
        return EMPTY.withAll(values);
    }

    /**
     * A context with exactly these entries, in this order, of no thread yet.
     *
     * @param pairs keys and values, alternating; of a key that comes twice the last value counts
     */
    public static LogContext ofPairs(Object... pairs) {
        return EMPTY.withPairs(pairs);
    }

    /**
     * Adds one entry to the calling thread's context until the returned scope is closed.
     *
     * @param key what the value is; snake_case by convention
     * @param value any value, null included
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
     * Makes the calling thread see exactly {@code context}, nothing of what it saw before, until the returned scope is closed. This
     * is how a worker takes over the context of the thread that sent the work.
     *
     * @param context what to see; null means empty
     */
    public static LogScope replace(LogContext context) {
        return LogScope.open(context == null ? EMPTY : context);
    }

    /**
     * Binds an entry within the innermost scope that the calling thread has open, for what becomes known late, such as the user of
     * a request that authenticates on its way. It is undone when that scope closes. Without an open scope nothing is bound, because
     * nothing would ever unbind it.
     */
    public static void put(String key, Object value) {
        LogScope.rebind(key, value);
    }

    /** A copy with this entry added, or changed in its place. */
    public LogContext with(String key, Object value) {
        return new LogContext(Pairs.put(entries, entries.length, key, value));
    }

    /**
     * A copy with these entries added, or changed in their places.
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

    /** A copy with the map's entries added, or changed in their places; this context itself when there are none. */
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

    /** A copy without this key; this context itself when it does not hold the key. */
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

    /** The value of this key; null when it is absent or null. */
    public Object get(String key) {
        int at = Pairs.indexOf(entries, entries.length, key);
        return at < 0 ? null : entries[at + 1];
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return entries.length == 0;
    }

    /** The number of entries. */
    public int size() {
        return entries.length / 2;
    }

    /** A new, modifiable map with the entries in their order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    /** Hands over each entry in order. */
    public void forEach(BiConsumer<? super String, Object> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept((String) entries[i], entries[i + 1]);
        }
    }

    /** A task that runs with exactly this context, on whatever thread, and leaves that thread's own context as it was. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (LogScope scope = replace(this)) {
                task.run();
            }
        };
    }

    /** A task that runs with exactly this context, on whatever thread, and leaves that thread's own context as it was. */
    public <V> Callable<V> wrap(Callable<V> task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (LogScope scope = replace(this)) {
                return task.call();
            }
        };
    }

    /**
     * An executor whose tasks run with the context of the thread that submitted them. For executors of one's own, virtual threads
     * included, and for {@code CompletableFuture}'s methods that take an executor.
     */
    public static Executor carrying(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(current().wrap(task));
    }

    /** The same for an executor service; shutting it down shuts the other one down. */
    public static ExecutorService carrying(ExecutorService executor) {
        return new CarryingExecutor(executor);
    }

    /**
     * Something computed from this context and kept with it, so that an encoder or a carrier pays for it once per context and not
     * once per line. Under contention it may be computed more than once; one of the results is kept.
     *
     * @param type the exact class of the result; there is one result per class
     * @param computation makes the result, never null
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

    /** Equal when keys, values and their order are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LogContext that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    /** The entries after redaction, for a debugger or an exception message. */
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
