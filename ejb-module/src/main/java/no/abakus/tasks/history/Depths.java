package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.DepthStore;

/** Samples the queues once a minute, on the node that comes first in that minute. Thread-safe. */
public final class Depths implements QueueDepths {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final Duration KEPT = Duration.ofDays(30);

    private final DepthStore store;
    private final Function<String, DepthStore> others;
    private final TaskControl control;
    private final TaskHistory history;
    private final TaskClock clock;
    private Instant last = Instant.MIN;

    /**
     * Creates a sampler of the queues that this application consumes. It samples only while a history is kept.
     *
     * @param others the stores of other applications in the same database, by name
     */
    public Depths(
            DepthStore store,
            Function<String, DepthStore> others,
            TaskControl control,
            TaskHistory history,
            TaskClock clock) {
        this.store = store;
        this.others = others;
        this.control = control;
        this.history = history;
        this.clock = clock;
    }

    /** Samples the queues unless a node has already done so in this minute. Call this several times a minute. */
    public synchronized void sample() {
        Instant minute = clock.now().truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(last) || history.origin().kind() != HistoryOrigin.Kind.DATABASE) {
            return;
        }
        try {
            if (!store.has(minute)) {
                List<QueueDepth> depths = control.queues().stream()
                        .map(queue -> new QueueDepth(
                                minute,
                                queue.queue(),
                                queue.waiting(),
                                queue.scheduled(),
                                queue.delivering(),
                                queue.consumers()))
                        .toList();
                store.add(depths);
                store.removeDepths(minute.minus(KEPT));
            }
            last = minute;
        } catch (OperationalException e) {
            log.debug("queues_not_sampled", e);
        }
    }

    @Override
    public List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue) {
        return store.depths(from, to, queue);
    }

    @Override
    public List<Instant> minutes(Instant from, Instant to) {
        return store.minutes(from, to);
    }

    @Override
    public QueueDepths of(String application) {
        return new StoredDepths(others.apply(application));
    }
}
