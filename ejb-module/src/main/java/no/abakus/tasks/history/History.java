package no.abakus.tasks.history;

import java.util.function.Predicate;
import no.abakus.logging.LineTail;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskSerializer;

/** The history of this node's tasks: its listener, its chores and its API. Thread-safe. */
public final class History {

    private final EndListener listener;
    private final HistoryWriter writer;
    private final Retention retention;
    private final TaskHistory api;
    private final KeptEnds kept;

    /**
     * Creates the history in these stores.
     *
     * @param keepsBodies whether bodies of a task with this name may be kept when it fails
     * @param resending sends failed tasks again
     */
    public History(
            HistoryConfig config,
            NodeIdentity node,
            Sources sources,
            Redaction redaction,
            TaskSerializer json,
            HistoryStores stores,
            Transactions transactions,
            Predicate<String> keepsBodies,
            Resending resending) {
        kept = new KeptEnds(config.kept());
        RowIds ids = new RowIds(sources.clock(), sources.chance());
        MessageProperties properties = new MessageProperties(json);
        MinuteCounters counters = new MinuteCounters(sources.clock(), node.name());
        RecentEnds recent = new RecentEnds();
        Ring ring = new Ring();
        writer = new HistoryWriter(ring, counters, stores.ends(), stores.minutes(), sources.clock());
        listener = new EndListener(
                kept,
                new Sampler(sources.clock(), config.rowsPerSecond()),
                new Rows(node.name(), sources.clock(), ids, redaction, properties, keepsBodies),
                counters,
                recent,
                ring,
                writer);
        retention = new Retention(stores, config, sources.clock());
        api = new KeptHistory(
                kept,
                writer,
                ring,
                stores,
                new MemoryPages(recent),
                properties,
                new Retries(stores.ends(), transactions, properties, resending, node.name()),
                new AuditTrail(stores.audit(), ids, sources.clock()),
                node.name());
    }

    /**
     * Returns a listener that collects the log lines of an execution, in case the execution fails. It collects the
     * lines of the thread that calls it, because the execution ends on that thread. It must be called before the log
     * line about the start is written.
     */
    public EventListener lines() {
        return event -> {
            if (event instanceof TaskEvent.Started) {
                LineTail.begin();
            }
        };
    }

    /** Returns the listener for events of tasks. It must be called after the log line about the event is written. */
    public EventListener listener() {
        return listener;
    }

    /**
     * Writes the executions that have ended since the last call. Call this four times a second, from one thread at a
     * time.
     */
    public void flush() {
        writer.flush();
    }

    /** Writes the remaining ended executions, because the node stops. */
    public void finish() {
        writer.finish();
    }

    /** Deletes rows that are older than their retention. Call this regularly, from one thread at a time. */
    public void removeExpired() {
        if (!kept.areNone()) {
            retention.run();
        }
    }

    /** Returns the API for operators. */
    public TaskHistory api() {
        return api;
    }
}
