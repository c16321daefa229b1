package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;

/** Shows a broker's queues as if the queues still contained their parked messages. Thread-safe. */
final class WithParked implements BrokerAdmin {

    /**
     * The result of a slow count is used for twenty times as long as the count took. So counting takes at most a
     * twentieth of the time.
     */
    private static final int REST = 20;

    private static final Duration QUICK = Duration.ofMillis(100);

    private final BrokerAdmin broker;
    private final ParkedStore store;
    private final Arrivals arrivals;
    private final Transactions transactions;
    private final TaskClock clock;
    private final Map<String, Counted> slowCounts = new ConcurrentHashMap<>();

    /** Creates a view that combines this broker's queues with the messages that are stored or about to be stored. */
    WithParked(BrokerAdmin broker, ParkedStore store, Arrivals arrivals, Transactions transactions, TaskClock clock) {
        this.broker = broker;
        this.store = store;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The broker's capabilities and {@link Capability#REMOVE}, because parked messages can be removed even if the
     * broker cannot remove messages.
     */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.of(Capability.REMOVE);
        capabilities.addAll(broker.capabilities());
        return capabilities;
    }

    @Override
    public void make(Set<String> queues, Set<String> topics) {
        broker.make(queues, topics);
    }

    @Override
    public QueueState state(String queue) {
        arrivals.catchUp();
        QueueState there = broker.state(queue);
        return new QueueState(
                queue,
                there.waiting(),
                there.scheduled().isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(there.scheduled().getAsLong() + parked(queue)),
                there.delivering(),
                there.consumers(),
                there.paused(),
                there.oldest());
    }

    private long parked(String queue) {
        Instant now = clock.now();
        Counted known = slowCounts.get(queue);
        if (known != null && known.goodUntil().isAfter(now)) {
            return known.count();
        }
        long begun = clock.nanos();
        long count = store.count(queue);
        Duration took = clock.since(begun);
        if (took.compareTo(QUICK) > 0) {
            slowCounts.put(queue, new Counted(count, now.plus(took.multipliedBy(REST))));
        } else {
            slowCounts.remove(queue);
        }
        return count;
    }

    /**
     * The queues as the broker reports them, because this application does not count the parked messages of other
     * applications.
     */
    @Override
    public List<QueueState> all() {
        return broker.all();
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return broker.waiting(queue, most);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return broker.waiting(queue, most, mayGoOn);
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        arrivals.catchUp();
        return broker.find(queue, taskId).or(() -> store.find(queue, taskId));
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        arrivals.catchUp();
        return Stream.concat(broker.scheduled(queue, most).stream(), store.list(queue, most).stream())
                .sorted(Comparator.comparing(task -> task.due().orElse(Instant.MAX)))
                .limit(most)
                .toList();
    }

    @Override
    public void pause(String queue) {
        broker.pause(queue);
    }

    @Override
    public void resume(String queue) {
        broker.resume(queue);
    }

    @Override
    public boolean remove(String queue, String taskId) {
        arrivals.catchUp();
        boolean wasParked = transactions.own(() -> store.remove(queue, taskId));
        boolean wasThere = broker.capabilities().contains(Capability.REMOVE) && broker.remove(queue, taskId);
        return wasParked || wasThere;
    }

    private record Counted(long count, Instant goodUntil) {}
}
